import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');

/** What `make` gives for 0 to n - 1, with spaces between. */
function times(n: number, make: (i: number) => string): string {
  return Array.from({ length: n }, (_, i) => make(i)).join(' ');
}

/** The limits that a document went beyond: which, how much was given, how much may be. */
async function exceeded(query: string) {
  const { errors = [] } = await app.ask(query);
  return errors.map(({ extensions: { code, limit, given, most }, message }) => {
    expect([code, message]).toEqual([
      'LIMIT_EXCEEDED',
      `Too much at once: ${limit} ${given}, at most ${most}.`,
    ]);
    return [limit, given, most];
  });
}

const padded = (length: number) => '{ __typename }'.padEnd(length);
/** Tokens before the brace that closes; four in each part. */
const repeated = (tokens: number) =>
  `{ __typename __typename ${times((tokens - 3) / 4, () => 'regions { totalCount }')}`;
const parents = (depth: number) =>
  `{ region(code: "370600") { ${times(depth - 2, () => 'parent {')} name ${times(depth, () => '}')}`;
const wrapped = (depth: number) =>
  `{ __type(name: "String") { ${times(depth - 2, () => 'ofType {')} name ${times(depth, () => '}')}`;
const aliases = (n: number) => `{ ${times(n, (i) => `a${i}: __typename`)} }`;
const described = (n: number) => `{ __schema { ${times(n, (i) => `a${i}: types { name }`)} } }`;
const directives = (n: number) =>
  `{ ${times(n / 2, (i) => `a${i}: __typename @skip(if: false) @include(if: true)`)} ${n % 2 ? '__typename @skip(if: false)' : ''} }`;
/** Pages in pages: 10,000 nodes for each alias, one for each region beside them. */
const nodes = (regions: number) => `{
  a: regions(first: 100) { nodes { children(first: 99) { nodes { id } } } }
  b: regions(last: 100) { edges { node { children(first: 99) { edges { node { id } } } } } }
  ${times(regions, (i) => `r${i}: region(code: "370600") { id }`)} }`;

test.each([
  {
    limit: 'tokens',
    within: `${repeated(999)}}`,
    beyond: `${repeated(999)} __typename}`,
    given: 'more than 1000',
    most: 1000,
  },
  { limit: 'characters', within: padded(100_000), beyond: padded(100_001), given: 100_001, most: 100_000 },
  { limit: 'depth', within: parents(14), beyond: parents(15), given: 15, most: 14 },
  { limit: 'introspectionDepth', within: wrapped(16), beyond: wrapped(17), given: 17, most: 16 },
  { limit: 'aliases', within: aliases(30), beyond: aliases(31), given: 31, most: 30 },
  { limit: 'introspectionAliases', within: described(2), beyond: described(3), given: 3, most: 2 },
  { limit: 'directives', within: directives(50), beyond: directives(51), given: 51, most: 50 },
  { limit: 'nodes', within: nodes(0), beyond: nodes(1), given: 20_001, most: 20_000 },
])('$most $limit are answered, one more is refused', async ({ limit, within, beyond, given, most }) => {
  expect(await exceeded(within)).toEqual([]);
  expect(await exceeded(beyond)).toEqual([[limit, given, most]]);
});

test('every answer tells what it was estimated to cost', async () => {
  expect((await app.ask(nodes(0))).extensions).toEqual({ cost: { nodes: 20_000, most: 20_000 } });
});

test('neither a name that all objects inherit nor a variable hides the cost', async () => {
  const pages = 'nodes { children(first: 100) { nodes { children(first: 100) { nodes { id } } } } }';
  for (const name of ['toString', 'constructor', '__proto__', 'size']) {
    expect(await exceeded(`query ($${name}: Int) { regions(first: $${name}) { ${pages} } }`)).toEqual([
      ['nodes', 20 * (1 + 100 * (1 + 100)), 20_000],
    ]);
  }
  const { errors } = await app.ask(`query ($n: Int) { regions(first: $n) { ${pages} } }`, { n: 100 });
  expect(errors).toMatchObject([{ extensions: { limit: 'nodes', given: 1_010_100 } }]);
});

/** Each fragment is spread twice in the one before it, so that the last one is there 2 ** n times. */
const bomb = (n: number, spread: (i: number) => string) =>
  `{ regions { nodes { ...F0 } } } ${times(n, (i) => `fragment F${i} on Region { ${i < n - 1 ? spread(i + 1) : 'name'} }`)}`;

test.each([
  ['spreads that double 70 times', bomb(70, (i) => `...F${i} ...F${i}`), 20],
  ['inline spreads that double 50 times', bomb(50, (i) => `... { ...F${i} } ...F${i}`), 20],
  ['fields that double 8 times', bomb(9, (i) => `a: parent { ...F${i} } b: parent { ...F${i} }`), 20 * 511],
  [
    '300 inline fragments in one another',
    `{ regions { nodes { ${times(300, () => '... {')} name ${times(303, () => '}')}`,
    20,
  ],
  ['240 times the same field', `{ ${times(240, () => 'regions { totalCount }')} }`, 0],
])('%s are answered, whatever they would come to', async (_, query, cost) => {
  const { data, errors, extensions } = await app.ask(query);
  expect([errors, extensions]).toEqual([undefined, { cost: { nodes: cost, most: 20_000 } }]);
  expect(Object.keys(data!)).toEqual(['regions']);
});

test('fields that double 12 times cost too much, which is found without going all ways', async () => {
  const query = bomb(12, (i) => `a: parent { ...F${i} } b: parent { ...F${i} }`);
  expect(await exceeded(query)).toEqual([['nodes', 20 * 4095, 20_000]]);
});

test.each([
  ['F', 'F'],
  ['__schema', 'F'],
  ['Query', '__schema'],
])('fragments %s and %s that spread each other are refused', async (one, other) => {
  const query = `{ regions { nodes { ...${one} } } }
    fragment ${one} on Region { parent { ...${other} } }
    ${one === other ? '' : `fragment ${other} on Region { parent { ...${one} } }`}`;
  const { errors } = await app.ask(query);
  expect(errors!.map(({ extensions, message }) => [extensions.code, message])).toEqual([
    [
      'GRAPHQL_VALIDATION_FAILED',
      `Cannot spread fragment "${one}" within itself${one === other ? '' : ` via "${other}"`}.`,
    ],
  ]);
});

test.each(['__schema', '__type', 'Query', 'Region'])('a fragment named %s hides no depth', async (name) => {
  const query = `{ region(code: "370600") { ...${name} } }
    fragment ${name} on Region { ${times(13, () => 'parent {')} name ${times(13, () => '}')} }`;
  expect(await exceeded(query)).toEqual([['depth', 15, 14]]);
});

test('what describes the schema to tools passes', async () => {
  const all = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };
  for (const query of [getIntrospectionQuery(), getIntrospectionQuery(all)]) {
    const { data, errors } = await app.ask(query);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
  }
});

test('what describes the schema in circles does not', async () => {
  const circle = (n: number): string => (n === 0 ? 'name' : `fields { type { ${circle(n - 1)} } }`);
  const { errors } = await app.ask(`{ __schema { types { ${circle(3)} } } }`);
  expect(errors).toMatchObject([{ message: 'Maximum introspection depth exceeded' }]);
});
