import fc from 'fast-check';
import type { GraphQLEnumType } from 'graphql';
import { expect, test } from 'vitest';
import { MOST_NODES } from '../../src/graphql/cost.ts';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';
import { facetsOf, type Group, groupsOf } from './oracle/facets.ts';
import { filtersOf, listOf, matches } from './oracle/lists.ts';
import type { Filter } from './oracle/members.ts';
import { World } from './oracle/world.ts';

const app = await startSharedApp('demo');
const named = (name: string) => app.db.prisma.region.findFirstOrThrow({ where: { name } });
const [town, province] = [await named('蓬莱市'), await named('山东省')];
const zone = await named('烟台高新技术产业开发区');
const city = await named('烟台市');

// Every list has rows of a region that ended, of a zone without a code, and of the city and the province as such.
for (const { id: regionId } of [town, town, town, zone, city, province]) {
  const day = new Date('2019-04-01');
  await app.studio({ regionId, foundedOn: day });
  await app.project({ regionId, plannedStart: day });
  await app.result({ regionId, completedOn: day });
  await app.awardGrant({ regionId, grantedOn: day });
}
const world = await World.read(app.db.prisma);
const facets = facetsOf(world);

const RUNS = { seed: 20_260_501, numRuns: 25 };
/** Under a region a list has the name that its feature gave it. */
const IN_REGION: Record<string, string> = { innovationResults: 'results' };

type Answer = Record<string, { facets: Group[]; totalCount: number }>;

/** Every facet of a list, and the total of the same list without the facet's own members of the filter. */
async function ask(name: string, filter: Filter, code?: string): Promise<Answer> {
  const { model } = listOf(name, world);
  const all = Object.entries(facets[name]!);
  const list = code ? (IN_REGION[name] ?? name) : name;
  const parts = all.flatMap(([facet]) => [
    `${facet}: ${list}(${code ? 'includeDescendants: true, ' : ''}filter: $filter) { facets(by: ${facet}) { value count } }`,
    `total_${facet}: ${list}(${code ? 'includeDescendants: true, ' : ''}filter: $${facet}) { totalCount }`,
  ]);
  const declared = ['filter', ...all.map(([facet]) => facet)].map((name) => `$${name}: ${model}Filter`);
  const inside = `{ ${parts.join(' ')} }`;
  const query = `query (${declared.join(', ')}) ${code ? `{ region(code: "${code}") ${inside} }` : inside}`;
  const { data, errors } = await app.ask(query, {
    filter,
    ...Object.fromEntries(all.map(([facet, { own }]) => [facet, without(name, filter, own)])),
  });
  expect(errors).toBeUndefined();
  return (code ? data!.region : data) as Answer;
}

/** The filter as it is for a facet: without the facet's own members. */
function without(name: string, filter: Filter, own: readonly string[]): Filter {
  const rest = Object.fromEntries(Object.entries(filter).filter(([member]) => !own.includes(member)));
  return name === 'awardGrants' && own.includes('includeRevoked') ? { ...rest, includeRevoked: true } : rest;
}

for (const [place, code] of [
  ['at the root', undefined],
  ['under a province', '370000'],
] as const) {
  test.each(Object.keys(facets))(`%s ${place}: each facet is a plain recount`, async (name) => {
    const list = listOf(name, world);
    const rows = world.rows(list.model).filter((row) => !code || world.isWithin(row.regionId, code));
    let groups = 0;
    await fc.assert(
      fc.asyncProperty(filtersOf(list, 3), async (filter) => {
        const answer = await ask(name, filter, code);
        for (const [facet, how] of Object.entries(facets[name]!)) {
          const expected = groupsOf(
            rows.filter((row) => matches(list, row, filter, how.own)),
            how,
          );
          expect([facet, answer[facet]!.facets]).toEqual([facet, expected]);
          expect([facet, answer[`total_${facet}`]!.totalCount]).toEqual([
            facet,
            expected.reduce((sum, { count }) => sum + count, 0),
          ]);
          groups += expected.length;
        }
      }),
      RUNS,
    );
    expect(groups).toBeGreaterThan(300);
  });
}

test('every facet of the schema is tried', () => {
  const known = Object.keys(facets).map((name) => {
    const type = schema.getType(`${listOf(name, world).model}Facet`) as GraphQLEnumType;
    return [name, type.getValues().map((value) => value.name)];
  });
  expect(Object.entries(facets).map(([name, all]) => [name, Object.keys(all).toSorted()])).toEqual(known);
});

test.each(Object.keys(facets))('%s: what a city left behind counts once, for the district', async (name) => {
  const by = ['REGION', 'COUNTY', 'PREFECTURE', 'PROVINCE'];
  const { data, extensions } = await app.ask(`{ ${name}(first: 0, filter: { year: [2019], isDemo: false }) {
    totalCount ${by.map((by) => `${by}: facets(by: ${by}) { count node { ... on Region { name } } }`).join(' ')}
  } }`);
  const groups = (...all: [name: string | null, count: number][]) =>
    all.map(([name, count]) => ({ count, node: name === null ? null : { name } }));
  const { REGION, ...rolledUp } = data![name] as Record<string, ReturnType<typeof groups>>;
  expect(rolledUp).toEqual({
    totalCount: 6,
    COUNTY: groups(['蓬莱区', 3], [null, 2], [zone.name, 1]),
    PREFECTURE: groups(['烟台市', 5], [null, 1]),
    PROVINCE: groups(['山东省', 6]),
  });
  expect(REGION![0]).toEqual({ count: 3, node: { name: '蓬莱市' } });
  expect(new Set(REGION)).toEqual(
    new Set(groups(['蓬莱市', 3], ['山东省', 1], ['烟台市', 1], [zone.name, 1])),
  );
  expect(extensions).toEqual({ cost: { nodes: 4000, most: MOST_NODES } });
});

test('a group leads to what its value is the id of, and only that costs', async () => {
  const ask = (by: string, parts: string) =>
    app.ask<{ awardGrants: { facets: { value: string; node: { id: string } | null }[] } }>(
      `{ awardGrants(first: 0) { facets(by: ${by}) { value ${parts} } } }`,
    );
  for (const [by, type] of [
    ['AWARD_TYPE', 'AwardType'],
    ['REGION', 'Region'],
  ] as const) {
    const { data, extensions } = await ask(by, 'node { __typename id }');
    const values = data!.awardGrants.facets.map(({ value }) => value);
    expect(values.length).toBeGreaterThan(10);
    expect(data!.awardGrants.facets).toEqual(
      values.map((value) => ({ value, node: { __typename: type, id: value } })),
    );
    expect(extensions).toEqual({ cost: { nodes: 1000, most: MOST_NODES } });
  }
  const years = await ask('YEAR', 'node { id }');
  expect(new Set(years.data!.awardGrants.facets.map(({ node }) => node))).toEqual(new Set([null]));
  expect((await ask('REGION', 'count')).extensions).toEqual({ cost: { nodes: 0, most: MOST_NODES } });
});
