import { describe, expect, test } from 'vitest';
import { entry } from '../../src/platform/loaders.ts';
import type { ModelName } from '../../src/platform/models.ts';
import { startSharedApp } from '../kit/app.ts';
import { CODES_PASSED_ON, FIELDS, type Field, found, reached, sampleOf, targetOf } from './oracle/fields.ts';
import { globalId, ordered } from './oracle/order.ts';
import { LEAVING_OUT, NOT_TOLD } from './oracle/told.ts';
import { type Row, World } from './oracle/world.ts';

const app = await startSharedApp('demo');
const { id: supersedesId, ...corrected } = await app.db.prisma.observation.findFirstOrThrow({
  where: { code: '001-001' },
  select: { id: true, indicatorId: true, regionId: true, sourceId: true },
});
await app.observation({ supersedesId, ...corrected });
const draft = await app.competition({ committeeId: (await app.committee()).id });
const { id: competitionId } = await app.competition({ status: 'RUNNING', parentId: draft.id });
const secret = await app.result({ isConfidential: true });
await app.awardGrant({ resultId: secret.id });
await app.entry({ status: 'APPROVED', competitionId, resultId: secret.id });
await app.entry({ status: 'APPROVED', competitionId: draft.id });
await app.metric({ competitionId });
for (const make of [app.track, app.stage, app.metric]) await make({ competitionId: draft.id });
await app.resultAdoption({ resultId: secret.id });
const world = await World.read(app.db.prisma);

const LARGEST_PAGE = 100;
const nameOf = ({ type, name }: Field) => `${type}.${name}`;
const fields = (kind: Field['kind']) =>
  FIELDS.filter((field) => field.kind === kind).map((field) => [nameOf(field), field] as const);
const lists = fields('many');

/** What the graph says of the field at each parent. */
async function answers(
  field: Pick<Field, 'type' | 'name'>,
  parents: readonly Row[],
  selection: string,
): Promise<unknown[]> {
  const ids = parents.map(({ id }) => globalId(field.type, id));
  const { data, errors } = await app.ask<{ nodes: ({ field: unknown } | null)[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${field.type} { field: ${field.name}${selection} } } }`,
    { ids },
  );
  expect(errors).toBeUndefined();
  return data!.nodes.map((node) => node!.field);
}

const PAGE = `{ totalCount nodes { id } }`;

function page(model: ModelName, all: readonly Row[]) {
  const nodes = ordered(model, all).slice(0, LARGEST_PAGE);
  return { totalCount: all.length, nodes: nodes.map(({ id }) => ({ id: globalId(model, id) })) };
}

describe('a list has the rows whose key leads here, in its order', () => {
  test.each(lists)('%s', async (_name, field) => {
    const parents = sampleOf(world, field);
    expect(await answers(field, parents, `(first: ${LARGEST_PAGE}) ${PAGE}`)).toEqual(
      parents.map((parent) => page(targetOf(field), found(world, field, parent))),
    );
  });
});

describe('a list with everything below has what counts for the region', () => {
  test.each(lists.filter(([, { hasDescendants }]) => hasDescendants))('%s', async (_name, field) => {
    const parents = world.rows('Region');
    const below = ({ id }: Row) =>
      parents
        .filter((region) => world.regionsAbove(region.id).has(id))
        .flatMap((region) => found(world, field, region));
    const sample = parents.filter((region) => below(region).length !== found(world, field, region).length);
    expect(await answers(field, sample, `(first: 20, includeDescendants: true) ${PAGE}`)).toEqual(
      sample.map((parent) => {
        const { totalCount, nodes } = page(targetOf(field), below(parent));
        return { totalCount, nodes: nodes.slice(0, 20) };
      }),
    );
  });
});

describe('a key leads to its row, and nowhere if there is none to see', () => {
  test.each(fields('one'))('%s', async (_name, field) => {
    const parents = sampleOf(world, field);
    expect(await answers(field, parents, '{ id }')).toEqual(
      parents.map((parent) => {
        const [row] = found(world, field, parent);
        return row ? { id: globalId(targetOf(field), row.id) } : null;
      }),
    );
  });
});

describe('a number counts the rows', () => {
  test.each(fields('count'))('%s', async (_name, field) => {
    const parents = sampleOf(world, field);
    expect(await answers(field, parents, '')).toEqual(
      parents.map((parent) => found(world, field, parent).length),
    );
  });
});

test('what is hidden is not to be found by its id either', async () => {
  const models = new Set(FIELDS.map(({ type }) => type));
  const hidden = [...models]
    .map((model) => [model, world.all(model).filter(({ id }) => !world.isPublic(model, id))] as const)
    .filter(([, rows]) => rows.length > 0);
  expect(hidden.map(([model]) => model).join(' ')).toBe(
    'Competition Entry InnovationResult Metric ResultAdoption ScoreItem ScoreSheet Stage StudioTitle Track',
  );
  for (const [model, rows] of hidden) {
    const ids = rows.slice(-LARGEST_PAGE).map(({ id }) => globalId(model, id));
    const { data } = await app.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', { ids });
    expect([model, data!.nodes]).toEqual([model, ids.map(() => null)]);
  }
});

/** What the keys of a union lead to. */
const UNIONS = {
  'Entry.subject': {
    projectId: 'Project',
    organizationId: 'Organization',
    studioId: 'Studio',
    resultId: 'InnovationResult',
  },
  'AwardGrant.recipient': {
    personId: 'Person',
    organizationId: 'Organization',
    projectId: 'Project',
    studioId: 'Studio',
    resultId: 'InnovationResult',
  },
} as const;

test.each(Object.entries(UNIONS))('%s is the one row whose key is there', async (field, targets) => {
  const [type, name] = field.split('.') as [ModelName, string];
  const keys = Object.entries(targets) as [string, ModelName][];
  const some = (kind: (row: Row) => boolean) => world.rows(type).filter(kind).slice(0, 12);
  const parents = [
    ...keys.flatMap(([key]) => some((row) => row[key] !== null)),
    ...keys.flatMap(([key, to]) => some((row) => row[key] !== null && !world.isPublic(to, row[key]))),
    ...some((row) => row.teamName !== null),
  ];
  const given = await answers({ type, name }, parents, '{ __typename ... on Node { id } }');
  expect(given).toEqual(
    parents.map((row) => {
      const [key, target] = keys.find(([key]) => row[key] !== null) ?? [];
      if (!key || !world.isPublic(target!, row[key])) return null;
      return { __typename: target, id: globalId(target!, row[key]) };
    }),
  );
});

const HONORED = {
  Organization: 'organizationId',
  Person: 'personId',
  Project: 'projectId',
  Studio: 'studioId',
};

const isRevoked = ({ status }: Row) => status === 'REVOKED';

test.each(Object.entries(HONORED))('%s.honors has what is in force, year by year', async (type, key) => {
  const model = type as ModelName;
  const grants = ({ id }: Row) =>
    ordered('AwardGrant', world.having('AwardGrant', key, id)).filter((row) => !isRevoked(row));
  const parents = world
    .rows(model)
    .toSorted((one, other) => grants(other).length - grants(one).length)
    .filter((row, n) => n < 12 || n % 100 === 0 || world.having('AwardGrant', key, row.id).some(isRevoked));
  expect(await answers({ type: model, name: 'honors' }, parents, '{ year awardGrants { id } }')).toEqual(
    parents.map((parent) => {
      const years = new Map<number, object[]>();
      for (const { id, grantedOn } of grants(parent)) {
        const node = { id: globalId('AwardGrant', id) };
        entry(years, (grantedOn as Date).getUTCFullYear(), () => []).push(node);
      }
      return [...years].map(([year, awardGrants]) => ({ year, awardGrants }));
    }),
  );
});

test('every relation leads somewhere from some row, and in many there are rows to be left out', () => {
  const isSomewhere = (of: (field: Field, row: Row) => boolean) =>
    FIELDS.filter((field) => world.rows(field.type).some((row) => of(field, row))).map(nameOf);
  const somewhere = isSomewhere((field, row) => found(world, field, row).length > 0);
  expect(FIELDS.map(nameOf).filter((name) => !somewhere.includes(name))).toEqual(
    [...CODES_PASSED_ON, ...NOT_TOLD].sort(),
  );
  const isLess = (field: Field, row: Row) =>
    found(world, field, row).length < reached(world, field, row).length;
  expect(isSomewhere(isLess)).toEqual(LEAVING_OUT);
});
