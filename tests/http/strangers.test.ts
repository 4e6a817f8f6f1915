import { expect, test } from 'vitest';
import { startApp, startSharedApp } from '../kit/app.ts';
import { post, send } from '../kit/wire.ts';

const open = await startSharedApp('empty');
const closed = await startSharedApp('empty', { graphiql: false });
const page = { headers: { accept: 'text/html,*/*;q=0.8' } };

/** Messages of the answer's errors. */
async function messages(app: typeof open, query: string, variables = {}) {
  const { errors = [] } = await app.ask(query, variables);
  return errors.map(({ message }) => message);
}

test('GraphiQL is there unless it is turned off', async () => {
  const [shown, hidden] = [await send(open, '/graphql', page), await send(closed, '/graphql', page)];
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect([hidden.status, hidden.headers.get('content-type')]).toEqual([
    400,
    'application/json; charset=utf-8',
  ]);
  expect([(await send(open, '/')).status, (await send(closed, '/')).status]).toEqual([302, 404]);
});

test.each(['{ __schema { queryType { name } } }', '{ __type(name: "Region") { name } }'])(
  'with GraphiQL off the schema is told to nobody: %s',
  async (query) => {
    expect(await messages(open, query)).toEqual([]);
    const { errors, data } = await closed.ask(query);
    expect(data).toBeUndefined();
    expect(errors!.map(({ extensions }) => extensions.code)).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(errors![0]!.message).toContain('GraphQL introspection has been disabled');
  },
);

const ENUM = 'Value "COUNTRI" does not exist in "RegionLevel" enum.';
const FIELD = 'Field "levels" is not defined by type "RegionFilter".';

test.each([
  ['a field', '{ region(code: "1") { nam } }', {}, 'Cannot query field "nam" on type "Region".'],
  [
    'an argument',
    '{ regions(firs: 1) { totalCount } }',
    {},
    'Unknown argument "firs" on field "Query.regions".',
  ],
  ['an enum in the document', '{ regions(filter: { level: [COUNTRI] }) { totalCount } }', {}, ENUM],
  [
    'an enum in a variable',
    'query ($l: [RegionLevel!]) { regions(filter: { level: $l }) { totalCount } }',
    { l: ['COUNTRI'] },
    `Variable "$l" got invalid value "COUNTRI" at "l[0]"; ${ENUM}`,
  ],
  [
    'a member in a variable',
    'query ($f: RegionFilter) { regions(filter: $f) { totalCount } }',
    { f: { levels: [] } },
    `Variable "$f" got invalid value { levels: [] }; ${FIELD}`,
  ],
])('with GraphiQL off nobody is helped to guess %s', async (_, query, variables, message) => {
  expect(await messages(closed, query, variables)).toEqual([message]);
  expect(await messages(open, query, variables)).toEqual([expect.stringMatching(/ Did you mean .*\?$/)]);
});

test('an error quotes no more than a part of what was sent', async () => {
  const name = 'a'.repeat(90_000);
  for (const query of [
    `{ ${name} }`,
    `{ node(id: 1) { ...${name} } }`,
    `{ region(code: "${name}") { id } }`,
  ]) {
    for (const { message } of (await open.ask(query)).errors!)
      expect(message.length).toBeLessThanOrEqual(500);
  }
  const variables = { id: { [name]: name.repeat(10) } };
  const { text } = await post(
    open,
    JSON.stringify({ query: 'query ($id: ID!) { node(id: $id) { id } }', variables }),
  );
  expect(text.length).toBeLessThan(1000);
});

test('an answer has 50 errors at most, wherever they come from', async () => {
  const fields = Array.from({ length: 990 }, (_, i) => `a${i}`).join(' ');
  expect(await messages(open, `{ ${fields} }`)).toHaveLength(50);
  const ids = Array.from({ length: 100 }, () => 'a\0b');
  expect(await messages(open, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toHaveLength(50);
});

test('an answer has 50 errors at most, even if 100 rows have one each', async () => {
  const app = await startApp('empty');
  const { id: regionId } = await app.region();
  const made = await Promise.all(Array.from({ length: 100 }, () => app.organization({ regionId })));
  const ids = made.map(({ id }) => Buffer.from(`Organization:${id}`).toString('base64'));
  const query = `query ($ids: [ID!]!) {
    nodes(ids: $ids) { ... on Organization { observations(first: -1) { totalCount } } } }`;
  const { data, errors } = await app.ask(query, { ids });
  expect(data).toEqual({ nodes: ids.map(() => null) });
  expect(errors!.map(({ path }) => path)).toEqual(
    Array.from({ length: 50 }, (_, i) => ['nodes', i, 'observations']),
  );
});
