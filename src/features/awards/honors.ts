import { builder } from '../../graphql/builder.ts';
import type { Dialect } from '../../graphql/fields.ts';
import { type NodeName, node } from '../../graphql/refs.ts';
import { readMany } from '../../graphql/relations.ts';
import { LARGEST_PAGE } from '../../platform/keyset.ts';
import { entry } from '../../platform/loaders.ts';
import { models, type Relation, type Row } from '../../platform/models.ts';

interface HonorYear {
  readonly year: number;
  readonly awardGrants: readonly Row<'AwardGrant'>[];
}

const HonorYear = builder.objectRef<HonorYear>('HonorYear').implement({
  description: 'What was received in one year (年度荣誉)',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year (年度)' }),
    awardGrants: t.expose('awardGrants', {
      type: [node('AwardGrant')],
      description: 'The awards that are in force, the latest first',
      extensions: { declared: { kind: 'rows' }, atMost: LARGEST_PAGE },
    }),
  }),
});

/** A field with what the row has received over the years, as far as it is in force. */
export function honors<M extends NodeName>({ t, computed }: Dialect<M>, name: M) {
  const { awardGrants: relation }: Readonly<Record<string, Relation>> = models[name].relations;
  const grants = {
    model: 'AwardGrant',
    relation: relation!,
    where: { status: 'EFFECTIVE' },
    isWhole: true,
  } as const;
  return t.field({
    type: [HonorYear],
    description: `The awards that are in force, year by year, the latest first; the latest ${LARGEST_PAGE} of them`,
    // All years together hold one page of awards.
    extensions: { ...computed('id' as never), atMost: 1 },
    resolve: async (row, _args, call, info) => {
      const orderBy = { field: 'grantedOn', direction: 'desc' } as const;
      const { rows } = await readMany(
        grants,
        row as object,
        { first: LARGEST_PAGE, orderBy },
        call,
        info,
      ).page();
      const years = new Map<number, Row<'AwardGrant'>[]>();
      for (const grant of rows) entry(years, grant.grantedOn.getUTCFullYear(), () => []).push(grant);
      return [...years].map(([year, awardGrants]) => ({ year, awardGrants }));
    },
  });
}
