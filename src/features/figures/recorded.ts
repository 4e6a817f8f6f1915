import { builder } from '../../graphql/builder.ts';
import type { Dialect } from '../../graphql/fields.ts';
import { node } from '../../graphql/refs.ts';
import { readOne, rowLoader } from '../../graphql/rows.ts';
import type { Call } from '../../platform/call.ts';
import { countsOf, ROOT } from '../../platform/list.ts';
import { loader } from '../../platform/loaders.ts';
import type { FieldName, ModelName, Where } from '../../platform/models.ts';
import { inRegion } from '../regions/inputs.ts';
import { checkRegionCode } from '../regions/rules.ts';
import { type Published, publishedIn } from './reads.ts';
import { differenceOf } from './rules.ts';

interface Counter {
  readonly model: ModelName;
  readonly where: object;
}

/** What the registry counts itself, by the code of the indicator that measures the same. */
const counters = new Map<string, Counter>();

/** From here on the rows of `model` that match are what the registry records of the indicator. */
export function count<M extends ModelName>(indicatorCode: string, model: M, where: Where<M>): void {
  counters.set(indicatorCode, { model, where });
}

interface Recorded {
  readonly value: number;
  readonly asOf: Date;
  readonly includesDemo: boolean;
  readonly published: Published | undefined;
}

const Recorded = builder.objectRef<Recorded>('Recorded').implement({
  description:
    'What the registry counts itself, beside what was published: two worlds that are shown side by side',
  fields: (t) => ({
    value: t.exposeInt('value', {
      description: 'Number of records in the region and below, also of what it was before',
    }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'When they were counted' }),
    includesDemo: t.exposeBoolean('includesDemo', {
      description: 'Whether demonstration records, which are made up, are among them (演示数据)',
    }),
    published: t.field({
      type: node('Observation'),
      nullable: true,
      description: 'The latest figure published for the region as a whole; absent where there is none',
      resolve: ({ published }, _args, call, info) =>
        published ? readOne('Observation', 'id', published.id, call, info) : null,
    }),
    difference: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'What is recorded less what was published; 0 within the precision of the printed number; absent where nothing ' +
        'was published or the number only bounds the true one',
      resolve: ({ value, published }) => (published ? differenceOf(value, published) : null),
    }),
  }),
});

/** The field `recorded` of an indicator. */
export function recorded({ t, computed }: Dialect<'Indicator'>) {
  return t.field({
    type: Recorded,
    nullable: true,
    description:
      'What the registry counts itself in a region; absent where it does not count this indicator, or there is no such region',
    args: {
      regionCode: t.arg.string({ required: true, description: 'The region, by its GB/T 2260 code' }),
      includeDemo: t.arg.boolean({
        description: 'Also demonstration records, which are made up; false unless given',
      }),
    },
    extensions: computed('id', 'code'),
    resolve: async ({ id, code }, { regionCode, includeDemo }, call) => {
      checkRegionCode(regionCode, 'regionCode');
      const counter = counters.get(code);
      const region = await rowLoader('Region', 'code', new Set(['id']), call).load(regionCode);
      if (!counter || !region) return null;
      const includesDemo = includeDemo ?? false;
      const figures = loader(call, publishedIn, regionCode, (ids: readonly string[]) =>
        publishedIn(regionCode, ids, call),
      );
      // Together, so that what leads on from them is read together as well.
      const counts = loader(call, counters, `${regionCode} ${includesDemo}`, (some: readonly Counter[]) =>
        Promise.all(some.map((each) => countOf(each, regionCode, includesDemo, call))),
      );
      const [value, published] = await Promise.all([counts.load(counter), figures.load(id)]);
      return { value, published, includesDemo, asOf: call.now() };
    },
  });
}

async function countOf(
  { model, where }: Counter,
  regionCode: string,
  includesDemo: boolean,
  call: Call,
): Promise<number> {
  const { where: inside } = inRegion(model, 'regionId' as FieldName<ModelName>).regionCode;
  const conditions = [
    where,
    inside(regionCode, { includeDescendants: true }),
    ...(includesDemo ? [] : [{ isDemo: false }]),
  ];
  const [count] = await countsOf({ model, conditions }, call)([ROOT]);
  return count!;
}
