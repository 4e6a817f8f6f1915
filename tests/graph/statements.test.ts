import { type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';

/** The least and the most parents that a page of them is asked with. */
const FEW = 2;
const MANY = 40;

const app = await startSharedApp('published');

const rootLists = Object.values(schema.getQueryType()!.getFields()).filter(
  ({ extensions }) => extensions.declared?.kind === 'list',
);

/** Every relation of every type that has a list at the root. */
const relations = rootLists.flatMap((root) =>
  Object.values(typeOfNodes(root).getFields())
    .filter(({ extensions }) => ['one', 'many', 'count'].includes(extensions.declared?.kind ?? ''))
    .map(({ name, type, args, extensions }) => ({
      root: root.name,
      name,
      kind: extensions.declared!.kind,
      selection: isObjectType(getNamedType(type)) ? '{ id }' : '',
      hasDetour: args.some((arg) => arg.name === 'includeDescendants'),
    })),
);

test('there are root lists and relations to count', () => {
  expect(rootLists.map(({ name }) => name)).toEqual([
    'indicators',
    'initiatives',
    'observations',
    'organizations',
    'people',
    'regions',
    'sourceDocuments',
  ]);
  expect(relations.length).toBeGreaterThan(25);
});

describe('a root list', () => {
  test.each(rootLists.map(({ name }) => name))(
    '%s is one statement, and one more for its total',
    async (name) => {
      expect(await count(`{ ${name} { nodes { id } } }`)).toBe(1);
      expect(await count(`{ ${name} { totalCount } }`)).toBe(1);
      expect(
        await count(
          `{ ${name} { totalCount nodes { id } edges { cursor node { id } } pageInfo { endCursor } } }`,
        ),
      ).toBe(2);
    },
  );
});

describe('a relation that is a list', () => {
  const lists = relations.filter(({ kind }) => kind === 'many');

  test.each(lists)('$root > $name', async ({ root, name, hasDetour }) => {
    for (const parents of [FEW, MANY]) {
      const within = (inner: string) => count(`{ ${root}(first: ${parents}) { nodes { ${inner} } } }`);
      expect(await within(`${name} { nodes { id } }`)).toBe(2);
      expect(await within(`${name} { totalCount }`)).toBe(2);
      expect(await within(`${name} { totalCount nodes { id } pageInfo { hasNextPage } }`)).toBe(3);
      // The same arguments are one statement, also under two names; others are another.
      expect(await within(`a: ${name} { nodes { id } } b: ${name} { nodes { id } }`)).toBe(2);
      expect(await within(`a: ${name}(first: 1) { nodes { id } } b: ${name}(last: 1) { nodes { id } }`)).toBe(
        3,
      );
      if (hasDetour) {
        expect(await within(`${name}(includeDescendants: true) { totalCount nodes { id } }`)).toBe(3);
      }
    }
  });
});

describe('a relation that is one row or a number', () => {
  const others = relations.filter(({ kind }) => kind !== 'many');

  test.each(others)('$root > $name', async ({ root, name, selection }) => {
    for (const parents of [FEW, MANY]) {
      const statements = await count(`{ ${root}(first: ${parents}) { nodes { ${name} ${selection} } } }`);
      // Where no row has the key there is nothing to ask.
      expect([1, 2]).toContain(statements);
    }
  });
});

test('a batch reads the columns that are selected, and no others', async () => {
  const statements = await app.statements(() =>
    app.client.request('{ observations(first: 3) { nodes { value region { name } } } }'),
  );
  expect(statements.map((text) => text.match(/select (.*?) from/s)![1])).toEqual([
    't."value" as "value", t."region_id" as "regionId", t."id" as "id", t."code" as "code"',
    't."name" as "name", t."id" as "id"',
  ]);
});

test('a statement has the same text for other values', async () => {
  const query = `query ($code: String, $text: String, $after: String) {
    observations(first: 2, after: $after, filter: { regionCode: $code, text: $text }) { totalCount pageInfo { endCursor } }
  }`;
  const read = (variables: object) => app.statements(() => app.client.request(query, variables));
  const once = await read({ code: '370600', text: '创新' });
  expect(await read({ code: '500235', text: "'; drop table observation" })).toEqual(once);
});

async function count(query: string): Promise<number> {
  let errors: unknown;
  const statements = await app.statements(async () => ({ errors } = await app.ask(query)));
  expect(errors).toBeUndefined();
  return statements.length;
}

function typeOfNodes(field: GraphQLField<unknown, unknown>) {
  const connection = getNamedType(field.type);
  if (!isObjectType(connection)) throw new Error(`${field.name} is no connection.`);
  const node = getNamedType(connection.getFields().nodes!.type);
  if (!isObjectType(node)) throw new Error(`${field.name} has no nodes.`);
  return node;
}
