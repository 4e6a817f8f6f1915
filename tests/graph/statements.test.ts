import { type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { ModelName } from '../../src/platform/models.ts';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';
import { FIELDS, type Field, NOWHERE, ROOT_LISTS, reached } from '../registry/oracle/fields.ts';
import { globalId } from '../registry/oracle/order.ts';
import { type Row, World } from '../registry/oracle/world.ts';

const app = await startSharedApp('demo');
await app.metric({ competitionId: (await app.competition({ status: 'RUNNING' })).id });
const world = await World.read(app.db.prisma);

/** The least and the most parents that a relation is asked from. */
const SIZES = [2, 40];

const named = (kind: Field['kind']) =>
  FIELDS.filter((field) => field.kind === kind).map(
    (field) => [`${field.type}.${field.name}`, field] as const,
  );
const lists = named('many');
const counted = lists.filter(([, field]) => facetsAt(fieldOf(field.type, field.name)).length > 0);

test('there are root lists and relations to count', () => {
  expect(ROOT_LISTS.map(({ name }) => name).join(' ')).toBe(
    'awardGrants awardTypes calendarDays committees competitions decisions entries indicators initiatives innovationGroups ' +
      'innovationResults mentorPairs notices observations organizations people projects regions scoreSheets ' +
      'scoringSchemes sourceDocuments standings studios',
  );
  expect(FIELDS.length).toBeGreaterThan(150);
});

describe('a root list', () => {
  test.each(ROOT_LISTS.map((list) => [list.name, list] as const))(
    '%s is one statement, and one more for its total and for each facet',
    async (name, list) => {
      expect(await count(`{ ${name} { nodes { id } } }`)).toBe(1);
      expect(await count(`{ ${name} { totalCount } }`)).toBe(1);
      const facets = facetsAt(list);
      const all = `totalCount nodes { id } edges { cursor node { id } } pageInfo { endCursor } ${facets.join(' ')}`;
      expect(await count(`{ ${name} { ${all} } }`)).toBe(2 + facets.length);
    },
  );
});

describe('a relation that is a list', () => {
  test.each(lists)('%s', async (_name, field) => {
    const { name, hasDescendants } = field;
    for (const parents of samples(field)) {
      const within = (inner: string) => count(from(field.type, inner), idsOf(field.type, parents));
      expect(await within(`${name} { nodes { id } }`)).toBe(2);
      expect(await within(`${name} { totalCount }`)).toBe(2);
      // The same arguments are one statement, also under two names; others are another.
      const all = `${name} { totalCount nodes { id } pageInfo { hasNextPage } } same: ${name} { nodes { id } }
        first: ${name}(first: 1) { nodes { id } } last: ${name}(last: 1) { nodes { id } }`;
      const below = `below: ${name}(includeDescendants: true) { totalCount nodes { id } }`;
      expect(await within(all)).toBe(5);
      if (hasDescendants) expect(await within(`${all} ${below}`)).toBe(7);
    }
  });
});

describe('a relation that is one row or a number', () => {
  test.each([...named('one'), ...named('count')])('%s', async (_name, field) => {
    const selection = field.kind === 'one' ? '{ id }' : '';
    for (const parents of samples(field)) {
      // Where no row has the key there is nothing to ask.
      const isThere = field.kind === 'count' || parents.some((row) => reached(world, field, row).length > 0);
      const query = from(field.type, `${field.name} ${selection}`);
      expect(await count(query, idsOf(field.type, parents))).toBe(isThere ? 2 : 1);
    }
  });

  test('nearly all of them led somewhere', () => {
    const nowhere = FIELDS.filter((field) => reached(world, field, samples(field)[0]![0]!).length === 0);
    expect(nowhere.map(({ type, name }) => `${type}.${name}`)).toEqual(NOWHERE);
  });
});

describe('facets are one statement each, whatever the number of parents', () => {
  test.each(counted)('%s', async (_name, field) => {
    const facets = facetsAt(fieldOf(field.type, field.name)).join(' ');
    for (const parents of samples(field)) {
      const within = (inner: string, most = parents.length) =>
        count(from(field.type, `${field.name} { ${inner} }`), idsOf(field.type, parents.slice(0, most)));
      expect(await within('facets(by: YEAR) { value count }')).toBe(2);
      expect(await within(`${facets} again: facets(by: YEAR) { count }`)).toBe(3);
      // As many as may be asked for at once.
      const nodes = 'facets(by: REGION) { node { ... on Region { id name } } }';
      const isThere = parents.some((row) => reached(world, field, row).length > 0);
      expect(await within(nodes, 18)).toBe(isThere ? 3 : 2);
    }
  });
});

test.each(['Organization', 'Person', 'Project', 'Studio'] as const)(
  '%s.honors is one statement for all parents',
  async (type) => {
    const field = FIELDS.find((each) => each.type === type && each.name === 'awardGrants')!;
    for (const parents of samples(field)) {
      const query = from(type, 'honors { year awardGrants { id grantedOn } }');
      expect(await count(query, idsOf(type, parents))).toBe(2);
    }
  },
);

test.each([
  ['Entry', 'subject', ['projectId', 'organizationId', 'studioId', 'resultId']],
  ['AwardGrant', 'recipient', ['personId', 'organizationId', 'projectId', 'studioId', 'resultId']],
] as const)('%s.%s is one statement for each type that is present', async (type, name, keys) => {
  const query = from(type, `${name} { __typename ... on Node { id } }`);
  const ofEach = keys.map((key) => world.rows(type).filter((row) => row[key] !== null));
  const present = ofEach.filter((rows) => rows.length > 0);
  expect(present.length).toBeGreaterThan(2);
  for (const most of SIZES) {
    for (const rows of present) expect(await count(query, idsOf(type, rows.slice(0, most)))).toBe(2);
    const mixed = present.flatMap((rows) => rows.slice(0, most / 2));
    expect(await count(query, idsOf(type, mixed))).toBe(1 + present.length);
  }
});

test('what is recorded takes one statement for each counter, for a hundred indicators as for these', async () => {
  const codes = world.rows('Indicator').map(({ code }) => code as string);
  const counted = [
    'innovation_group.enterprise',
    'innovation_studio.county_plus',
    'key_project.merit_competition.municipal',
    'key_project.merit_competition.provincial',
    'mentor_pair.registered',
    'merit_competition.participating_units',
  ];
  const query = `query ($codes: [String!]) { indicators(first: 100, filter: { code: $codes }) { nodes {
    recorded(regionCode: "370600") { value difference published { id } }
    again: recorded(regionCode: "370600") { value } } } }`;
  // The indicators, the region, the figures' keys and the figures.
  expect(await count(query, { codes: counted.slice(0, 1) })).toBe(4 + 1);
  expect(await count(query, { codes: counted })).toBe(4 + counted.length);
  expect(await count(query, { codes: [...new Set([...counted, ...codes])].slice(0, 100) })).toBe(
    4 + counted.length,
  );
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

async function count(query: string, variables: object = {}): Promise<number> {
  let errors: unknown;
  const statements = await app.statements(async () => ({ errors } = await app.ask(query, variables)));
  expect(errors).toBeUndefined();
  return statements.length;
}

/** Few parents and many: first those from which the field leads somewhere. */
function samples(field: Field): Row[][] {
  const rows = world
    .rows(field.type)
    .map((row) => ({ row, isEmpty: reached(world, field, row).length === 0 }));
  const sorted = rows.toSorted((one, other) => Number(one.isEmpty) - Number(other.isEmpty));
  return SIZES.map((size) => sorted.slice(0, size).map(({ row }) => row));
}

function from(type: ModelName, inner: string): string {
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${inner} } } }`;
}

function idsOf(type: ModelName, rows: readonly Row[]) {
  return { ids: rows.map(({ id }) => globalId(type, id)) };
}

function fieldOf(type: ModelName, name: string): GraphQLField<unknown, unknown> {
  const owner = schema.getType(type);
  if (!isObjectType(owner)) throw new Error(`${type} is no type.`);
  return owner.getFields()[name]!;
}

/** Two facets of a list, where it has some. */
function facetsAt({ type }: GraphQLField<unknown, unknown>): string[] {
  const connection = getNamedType(type);
  if (!isObjectType(connection) || !connection.getFields().facets) return [];
  return ['YEAR', 'COUNTY'].map((by) => `by${by}: facets(by: ${by}) { value count }`);
}
