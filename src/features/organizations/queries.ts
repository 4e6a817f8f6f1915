import { builder } from '../../graphql/builder.ts';
import { localId, withId } from '../../graphql/ids.ts';
import { extend, list } from '../../graphql/model.ts';
import { readOne } from '../../graphql/rows.ts';
import { BadInputError } from '../../platform/errors.ts';
import type { ModelName, Where } from '../../platform/models.ts';
import { withDescendants } from '../regions/inputs.ts';
import { organizationIdByUscc } from './reads.ts';
import { checkUscc } from './rules.ts';
import { Organization } from './type.ts';

builder.queryField('organizations', list('Organization', 'Employers, unions and departments, by name'));

builder.queryField('organization', (t) =>
  t.field({
    type: Organization,
    nullable: true,
    description:
      'The organization with this id or code; null where there is none. Give exactly one of them. The codes of one that ' +
      'was merged lead to its successor, its id to itself with its successors.',
    args: {
      id: t.arg.id({ description: 'Global id' }),
      uscc: t.arg.string({ description: 'Unified social credit code (统一社会信用代码), 18 characters' }),
    },
    extensions: { declared: { kind: 'lookup', model: 'Organization', where: identified } },
    resolve: async (_root, { id, uscc }, call, info) => {
      checkOne(id, uscc);
      const key =
        id == null ? await organizationIdByUscc(checkUscc(uscc!), call) : localId('Organization', id);
      return readOne('Organization', 'id', key, call, info);
    },
  }),
);

function checkOne(id: unknown, uscc: unknown): void {
  if ((id == null) === (uscc == null)) throw new BadInputError('Give id or uscc, exactly one of them.');
}

/** The same as a condition. */
function identified({ id, uscc }: Readonly<Record<string, unknown>>): Where<ModelName> | undefined {
  checkOne(id, uscc);
  if (id != null) return withId('Organization', id);
  return { identifiers: { some: { scheme: 'USCC', value: checkUscc(uscc as string), endedOn: null } } };
}

extend('Region', ({ many }) => ({
  organizations: many('organizations', { detour: withDescendants }),
}));
