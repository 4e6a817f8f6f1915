import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readData } from '../../prisma/seed/data.ts';
import { parsePeriod } from '../../src/platform/period.ts';
import { inProject } from '../../src/platform/root.ts';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('published');
const data = readData(inProject('prisma', 'data'));
const indicators = new Map(data.indicators.map((indicator) => [indicator.code, indicator]));
const regions = new Map(data.regions.map((region) => [region.code, region]));

type Observation = (typeof data.observations)[number];
interface Filter {
  kind?: string[];
  bound?: string[];
  relevance?: string[];
  topic?: string[];
  indicatorCode?: string[];
  sourceFileName?: string[];
  regionCode?: string;
  includeDescendants?: boolean;
  isPeriodInferred?: boolean;
  value?: { from?: string; to?: string };
  periodTo?: { from?: string; to?: string };
  text?: string;
}

const some = (values: Iterable<string>) =>
  fc.uniqueArray(fc.constantFrom(...new Set(values)), { minLength: 1, maxLength: 6 });
const of = (key: 'kind' | 'bound' | 'relevance' | 'indicator' | 'source') =>
  some(data.observations.map((row) => row[key]));
const amount = fc.constantFrom('0', '2', '5.4', '100', '328', '5000', '1000000000');
const day = fc.constantFrom('2016-12-31', '2017-12-31', '2018-11-30', '2020-10-31', '2023-12-31');

const members: { [Name in keyof Filter]-?: fc.Arbitrary<Filter[Name]> } = {
  kind: of('kind'),
  bound: of('bound'),
  relevance: of('relevance'),
  topic: some(data.indicators.map(({ topic }) => topic)),
  indicatorCode: of('indicator'),
  sourceFileName: of('source'),
  regionCode: fc.constantFrom('100000', '370000', '370600', '500000', '500235', '610000', '610500', '999999'),
  includeDescendants: fc.boolean(),
  isPeriodInferred: fc.boolean(),
  value: fc.record({ from: amount }, { requiredKeys: [] }),
  periodTo: fc.record({ to: day }, { requiredKeys: [] }),
  text: fc.constantFrom('职工', '创新', '2', 'union', '劳模', '保和镇', '%', '0'),
};

/** A few members at once: with many, nearly nothing would be found. */
const filters = fc
  .subarray(Object.keys(members) as (keyof Filter)[], { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, members[name]]))),
  ) as fc.Arbitrary<Filter>;

test('filters, alone and together, find what a plain look through all rows finds', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const expected = data.observations.filter((row) => matches(row, filter)).map(({ code }) => code);
      const { data: answer, errors } = await app.ask(
        `query ($filter: ObservationFilter) { observations(filter: $filter, first: 100) { totalCount nodes { code } } }`,
        { filter },
      );
      expect(errors).toBeUndefined();
      expect(answer!.observations).toEqual({
        totalCount: expected.length,
        nodes: expected.slice(0, 100).map((code) => ({ code })),
      });
      found += expected.length;
    }),
    { numRuns: 250 },
  );
  expect(found).toBeGreaterThan(1000);
});

test('a member that is null is as one that is absent, and one of none finds nothing', async () => {
  const { data: answer } = await app.ask(`{
    absent: observations(filter: { kind: null, value: null, text: null }) { totalCount }
    none: observations(filter: { kind: [] }) { totalCount nodes { code } }
  }`);
  expect(answer).toEqual({ absent: { totalCount: 263 }, none: { totalCount: 0, nodes: [] } });
});

test('a range the wrong way round, and a list of more than 100 values, are refused', async () => {
  const refused = async (filter: object) => {
    const query = `query ($filter: ObservationFilter) { observations(filter: $filter) { totalCount } }`;
    const { errors } = await app.ask(query, { filter });
    return [errors![0]!.message, errors![0]!.extensions];
  };
  const extensions = { code: 'BAD_USER_INPUT' };
  expect(await refused({ value: { from: '2', to: '1' } })).toEqual([
    'filter.value: from must not be beyond to.',
    extensions,
  ]);
  expect(await refused({ periodTo: { from: '2020-01-02', to: '2020-01-01' } })).toEqual([
    'filter.periodTo: from must not be beyond to.',
    extensions,
  ]);
  expect(await refused({ code: Array(101).fill('x') })).toEqual([
    'filter.code: at most 100 values, not 101.',
    extensions,
  ]);
});

function matches(row: Observation, filter: Filter): boolean {
  const { topic } = indicators.get(row.indicator)!;
  const { to, isInferred } = parsePeriod(row.period);
  const oneOf = (values: string[] | undefined, value: string) => !values || values.includes(value);
  const text = `${row.quote} ${row.scope ?? ''} ${row.note ?? ''}`.toLowerCase();
  return (
    oneOf(filter.kind, row.kind) &&
    oneOf(filter.bound, row.bound) &&
    oneOf(filter.relevance, row.relevance) &&
    oneOf(filter.topic, topic) &&
    oneOf(filter.indicatorCode, row.indicator) &&
    oneOf(filter.sourceFileName, row.source) &&
    isIn(row.regionCode, filter) &&
    (filter.isPeriodInferred === undefined || filter.isPeriodInferred === isInferred) &&
    (!filter.value?.from || Number(row.value) >= Number(filter.value.from)) &&
    (!filter.periodTo?.to || (to !== null && to <= filter.periodTo.to)) &&
    (!filter.text || text.includes(filter.text.toLowerCase()))
  );
}

function isIn(code: string | null, { regionCode, includeDescendants }: Filter): boolean {
  if (!regionCode || code === regionCode) return true;
  const region = regions.get(code);
  if (!includeDescendants || !region) return false;
  return [region.parentCode, ...region.successorCodes].some(
    (above) => above !== null && isIn(above, { regionCode, includeDescendants }),
  );
}
