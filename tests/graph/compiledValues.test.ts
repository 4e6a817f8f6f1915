import { expect, test } from 'vitest';
import { startApp, startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');

/** The answer, which is the same both ways, where one of them was one statement. */
async function answer<Data>(query: string, variables: object = {}): Promise<Data> {
  app.compiledReads.length = 0;
  const { data, errors } = await app.ask<Data>(query, variables);
  expect(errors).toBeUndefined();
  expect(app.compiledReads).toEqual([expect.stringMatching(/ as json$/)]);
  return data!;
}

const VALUES = [
  '-1',
  '-0.5',
  '0',
  '0.0001',
  '0.1',
  '1.5',
  '12.05',
  '100',
  '1000000',
  '9999999999999999.9999',
];
const STORED = [
  '-1.0000',
  '-0.50',
  '0.0000',
  '0.0001',
  '0.10',
  '1.5000',
  '12.050',
  '100',
  '1000000.0',
  VALUES.at(-1)!,
];

test('decimals have no zeros behind, in fields and in cursors', async () => {
  const ids = {
    indicatorId: (await app.indicator()).id,
    regionId: (await app.region()).id,
    sourceId: (await app.source()).id,
  };
  for (const value of STORED) await app.observation({ value, ...ids });
  const query = `{ observations(orderBy: { field: VALUE }) { nodes { value valueMax } edges { cursor } } }`;
  const { observations } = await answer<{ observations: { nodes: object[]; edges: { cursor: string }[] } }>(
    query,
  );
  expect(observations.nodes).toEqual(VALUES.map((value) => ({ value, valueMax: null })));
  const parts = observations.edges.map(({ cursor }) =>
    JSON.parse(Buffer.from(cursor, 'base64url').toString()),
  );
  expect(parts.map(([field, direction, value]) => [field, direction, value])).toEqual(
    VALUES.map((value) => ['value', 'asc', value]),
  );
  for (const { cursor } of observations.edges) {
    await answer(
      `{ observations(first: 1, after: "${cursor}", orderBy: { field: VALUE }) { nodes { value } } }`,
    );
  }
});

const DAYS = ['0001-01-01', '0099-12-31', '1582-10-10', '1969-12-31', '2024-02-29', '9999-12-31'];

test('days are the same in the first year and the last', async () => {
  const { id: employerId } = await app.organization();
  for (const day of DAYS) await app.studio({ foundedOn: new Date(day), employerId });
  const query = `{ studios(orderBy: { field: FOUNDED_ON }) {
    nodes { foundedOn } edges { cursor } pageInfo { startCursor endCursor } facets(by: YEAR) { value count } } }`;
  const { studios } = await answer<{
    studios: { nodes: object[]; facets: object[]; edges: { cursor: string }[] };
  }>(query);
  expect(studios.nodes).toEqual(DAYS.map((foundedOn) => ({ foundedOn })));
  expect(studios.facets).toEqual(
    DAYS.map((day) => ({ value: String(Number(day.slice(0, 4))), count: 1 })).toSorted((one, other) =>
      one.value < other.value ? -1 : 1,
    ),
  );
  for (const [n, { cursor }] of studios.edges.entries()) {
    const rest = await answer(
      `{ studios(after: "${cursor}", orderBy: { field: FOUNDED_ON }) { nodes { foundedOn } } }`,
    );
    expect(rest).toEqual({ studios: { nodes: DAYS.slice(n + 1).map((foundedOn) => ({ foundedOn })) } });
  }
});

const INSTANTS = [
  '0001-01-01T00:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00.000Z',
  '2025-06-01T00:00:00.007Z',
  '2025-06-01T00:00:00.070Z',
  '9999-12-31T23:59:59.999Z',
];

test('instants are the same to the millisecond, also before 1970', async () => {
  for (const instant of INSTANTS) await app.person({ createdAt: new Date(instant) });
  const query = `{ people(orderBy: { field: CREATED_AT }) { nodes { createdAt } edges { cursor } } }`;
  const { people } = await answer<{ people: { nodes: object[]; edges: { cursor: string }[] } }>(query);
  expect(people.nodes).toEqual(INSTANTS.map((createdAt) => ({ createdAt })));
  for (const [n, { cursor }] of people.edges.entries()) {
    const rest = await answer(
      `{ people(before: "${cursor}", orderBy: { field: CREATED_AT }) { nodes { createdAt } } }`,
    );
    expect(rest).toEqual({ people: { nodes: INSTANTS.slice(0, n).map((createdAt) => ({ createdAt })) } });
  }
});

test('in an empty database lists are empty and nothing is found', async () => {
  const other = await startApp('empty');
  const query = `{ studios { totalCount nodes { id } edges { cursor } facets(by: LEVEL) { value count }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
    last: studios(last: 3) { nodes { id } pageInfo { startCursor endCursor } }
    node(id: "none") { id } nodes(ids: []) { id } region(code: "370600") { name } }`;
  const { data } = await other.ask(query);
  expect(other.compiledReads).toHaveLength(1);
  expect(data).toEqual({
    studios: {
      totalCount: 0,
      nodes: [],
      edges: [],
      facets: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    },
    last: { nodes: [], pageInfo: { startCursor: null, endCursor: null } },
    node: null,
    nodes: [],
    region: null,
  });
});
