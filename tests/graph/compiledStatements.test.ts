import { getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { ModelName } from '../../src/platform/models.ts';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';
import { FIELDS, type Field, found, modelOf, ROOT_LISTS } from '../registry/oracle/fields.ts';
import { globalId } from '../registry/oracle/order.ts';
import { World } from '../registry/oracle/world.ts';

const app = await startSharedApp('demo');
const world = await World.read(app.db.prisma);

const PARTS =
  'totalCount nodes { id __typename } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const FACETS = 'years: facets(by: YEAR) { value count } regions: facets(by: REGION) { count node { id } }';
const PAGES = ['first: 3', 'last: 3', 'first: 0', ''];
/** Two rare texts to search for, of which the second could break a statement; what is common is searched for in another way. */
const TEXTS = ['没有的字', '\'"; drop table studio; -- \\ %_'];
const ONE = [expect.stringMatching(/^select .* as json$/s)];

/** The statements that the query takes when it is compiled. */
async function compiled(query: string, variables: object = {}): Promise<string[]> {
  app.compiledReads.length = 0;
  const { errors } = await app.ask(query, variables);
  expect(errors).toBeUndefined();
  return [...app.compiledReads];
}

/** All that can be selected of a list. */
function partsOf(model: ModelName): string {
  const connection = schema.getType(`${model}Connection`);
  const hasFacets = isObjectType(connection) && 'facets' in connection.getFields();
  return `${PARTS} ${hasFacets ? FACETS : ''}`;
}

describe('a root list is one statement', () => {
  test.each(ROOT_LISTS.map((list) => [list.name, list] as const))('%s', async (name, list) => {
    for (const page of PAGES) {
      const args = page && `(${page})`;
      expect(await compiled(`{ ${name}${args} { ${partsOf(modelOf(list))} } }`)).toEqual(ONE);
    }
  });
});

describe('a root list is the same statement for other values', () => {
  test.each(ROOT_LISTS.map((list) => [list.name, list] as const))('%s', async (name, list) => {
    const filter = `${modelOf(list)}Filter`;
    const query = `query ($filter: ${filter}, $after: String) {
      ${name}(first: 2, after: $after, filter: $filter) { ${partsOf(modelOf(list))} } }`;
    const { data } = await app.ask<Record<string, { edges: { cursor: string }[] }>>(
      `{ ${name}(first: 2) { edges { cursor } } }`,
    );
    const cursors = data![name]!.edges.map(({ cursor }) => cursor);
    const ofFilter = schema.getType(filter);
    const hasText = isInputObjectType(ofFilter) && 'text' in ofFilter.getFields();
    const [first, second] = TEXTS.map((text) => (hasText ? { text } : {}));
    const [once, again] = [
      await compiled(query, { filter: first, after: cursors[0] }),
      await compiled(query, { filter: second, after: cursors.at(-1) }),
    ];
    expect(once).toEqual(ONE);
    expect(again).toEqual(once);
  });
});

describe('a relation is one statement, and the same for other parents', () => {
  test.each(FIELDS.map((field) => [`${field.type}.${field.name}`, field] as const))(
    '%s',
    async (_name, field) => {
      const rows = world.rows(field.type).toSorted((one, other) => seen(field, other) - seen(field, one));
      const query = (inner: string) =>
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${field.type} { ${inner} } } }`;
      const idsOf = (some: typeof rows) => ({ ids: some.map(({ id }) => globalId(field.type, id)) });
      for (const selection of selectionsOf(field)) {
        const once = await compiled(query(selection), idsOf(rows.slice(0, 2)));
        expect(once).toEqual(ONE);
        expect(await compiled(query(selection), idsOf(rows.slice(-9)))).toEqual(once);
      }
    },
  );
});

function seen(field: Field, row: Parameters<typeof found>[2]): number {
  return found(world, field, row).length;
}

/** The field in all ways to select it. */
function selectionsOf({ type, name, kind, hasDescendants }: Field): string[] {
  if (kind === 'one') return [`${name} { id __typename }`];
  if (kind === 'count') return [name];
  const owner = schema.getType(type);
  const model = isObjectType(owner) ? getNamedType(owner.getFields()[name]!.type).name : '';
  const parts = partsOf(model.replace(/Connection$/, '') as ModelName);
  const below = hasDescendants ? [`${name}(first: 2, includeDescendants: true) { ${parts} }`] : [];
  return [`${name}(first: 2) { ${parts} }`, `${name}(last: 2) { ${parts} }`, ...below];
}

const usccs = world
  .all('OrganizationIdentifier')
  .flatMap(({ scheme, value }) => (scheme === 'USCC' ? [value] : []));
const idOf = (model: ModelName, n = 0) => globalId(model, world.rows(model)[n]!.id);

test.each([
  ['query ($v: ID!) { node(id: $v) { id } }', [idOf('Region'), idOf('Region', 1)]],
  ['query ($v: ID!) { studio(id: $v) { name } }', [idOf('Studio'), idOf('Studio', 1)]],
  ['query ($v: String!) { region(code: $v) { name } }', ['370600', '999999']],
  ['query ($v: String!) { indicator(code: $v) { name } }', ['innovation_studio.county_plus', "'"]],
  ['query ($v: String!) { organization(uscc: $v) { name } }', [usccs[0], usccs.at(-1)]],
])('a row by its key is the same statement for any: %s', async (query, [v, other]) => {
  const once = await compiled(query, { v });
  expect(once).toEqual(ONE);
  expect(await compiled(query, { v: other })).toEqual(once);
});

test('what is selected in all ways at once is one statement', async () => {
  const query = `query Everything($ids: [ID!]!, $yes: Boolean = true) {
    a: nodes(ids: $ids) { ...Any }
    entries(first: 50) { nodes { subject { ...Any ... on Project { owner { name } } } } }
    awardGrants(last: 50) { edges { node { recipient { __typename ...Any } } } }
    studios { ...Studios @include(if: $yes) totalCount @skip(if: $yes) }
    studios { nodes { lead { name } } }
  }
  fragment Any on Node { id ... on Region { parent { parent { name } } } ... on Studio { name members { totalCount } } }
  fragment Studios on StudioConnection { nodes { id titles(last: 1) { nodes { decision { docNo } } } } }`;
  const ids = [idOf('Region'), idOf('Studio'), idOf('Entry')];
  expect(await compiled(query, { ids })).toEqual(ONE);
});

test.each([
  // One aggregate's order is not the next one's.
  ['awardGrants(last: 3) { nodes { id } edges { cursor } pageInfo { startCursor endCursor } }'],
  // A group by the status has what is revoked, which the list has not.
  [
    'awardGrants(first: 0) { totalCount facets(by: STATUS) { value count } years: facets(by: YEAR) { count } }',
  ],
  // What a filter says by itself, and what it says of a group.
  [
    'studios(filter: { status: [ACTIVE] }) { totalCount facets(by: STATUS) { value } by: facets(by: KIND) { count } }',
  ],
])('what differed once is one statement with the right answer: %s', async (selection) => {
  expect(await compiled(`{ ${selection} }`)).toEqual(ONE);
});
