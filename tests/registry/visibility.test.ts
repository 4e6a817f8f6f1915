import { getNamedType, isObjectType, isRequiredArgument, isUnionType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { type ModelName, models } from '../../src/platform/models.ts';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';
import { hiddenRows } from './hiddenRows.ts';
import { FOR_FEW, INTERNAL, UNSEEDED } from './oracle/world.ts';

const app = await startSharedApp('empty');
const { shown, hidden, region, draftId } = await hiddenRows(app);

interface Page {
  totalCount: number;
  nodes: { id: string }[];
}
type Reached = Page | { id: string } | null;

/** What leads from an object to other rows, as a selection of their ids. */
function paths(typeName: string): string[] {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object.`);
  return Object.values(type.getFields()).flatMap(({ name, type, args, extensions }) => {
    const target = getNamedType(type);
    if (args.some(isRequiredArgument) || extensions.declared?.kind === 'lookup') return [];
    if (isUnionType(target)) return [`${name} { ... on Node { id } }`];
    if (!isObjectType(target)) return [];
    if (target.name.endsWith('Connection')) {
      const page = '{ totalCount nodes { id } }';
      const below = args.some((arg) => arg.name === 'includeDescendants');
      return [
        `${name}(first: 100) ${page}`,
        ...(below ? [`below_${name}: ${name}(first: 100, includeDescendants: true) ${page}`] : []),
      ];
    }
    return target.getInterfaces().some((each) => each.name === 'Node') ? [`${name} { id }`] : [];
  });
}

/** All that the rows of a type lead to, by the names of the fields. */
async function reachedFrom(model: ModelName): Promise<[field: string, Reached][]> {
  const rows = await app.db.prisma.$queryRawUnsafe<{ id: string }[]>(`select id from ${models[model].table}`);
  const found: [string, Reached][] = [];
  for (const { id } of rows) {
    const { data, errors } = await app.ask<{ node: Record<string, Reached> | null }>(
      `query ($id: ID!) { node(id: $id) { ... on ${model} { ${paths(model).join(' ')} } } }`,
      { id: globalId(model, id) },
    );
    expect(errors).toBeUndefined();
    found.push(...Object.entries(data!.node ?? {}));
  }
  return found;
}

async function reachedFromRoot(): Promise<[field: string, Reached][]> {
  const { data, errors } = await app.ask<Record<string, Reached>>(`{ ${paths('Query').join(' ')} }`);
  expect(errors).toBeUndefined();
  return Object.entries(data!);
}

const ids = (reached: Reached) =>
  (reached && 'nodes' in reached ? reached.nodes : [reached]).map((row) => row?.id);

/** None of these are made here: tests/registry/roles.test.ts looks at them. */
const ELSEWHERE: readonly string[] = [
  ...['ScoringScheme', 'Criterion', 'ScoreSheet', 'ScoreItem', 'Standing', 'StandingRow', 'PublicNotice'],
];

const nodes = (Object.keys(models) as ModelName[]).filter((model) => isObjectType(schema.getType(model)));

describe('what is hidden is reached by no path', () => {
  const leading = new Set<string>();

  test.each(['Query', ...nodes])('from %s', async (type) => {
    const reached = type === 'Query' ? await reachedFromRoot() : await reachedFrom(type as ModelName);
    for (const [field, row] of reached) {
      expect([field, ids(row).filter((id) => hidden.all.includes(id!))]).toEqual([field, []]);
      if (row && 'nodes' in row) expect([field, row.totalCount]).toEqual([field, row.nodes.length]);
      if (ids(row).some((id) => shown.all.includes(id!))) leading.add(`${type}.${field}`);
    }
  });

  test('which would have led there: each leads to a row of the same kind that is shown', () => {
    const targets = Object.keys(hidden.of);
    const all = [
      'Query',
      ...nodes.filter((name) => ![...INTERNAL, ...FOR_FEW, ...UNSEEDED, ...ELSEWHERE].includes(name)),
    ].flatMap((name) => {
      const type = schema.getType(name);
      if (!isObjectType(type)) return [];
      return Object.values(type.getFields())
        .filter(({ args }) => !args.some(isRequiredArgument))
        .filter((field) => targets.includes(getNamedType(field.type).name.replace(/Connection$/, '')))
        .map((field) => `${name}.${field.name}`);
    });
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter((path) => !leading.has(path))).toEqual([]);
  });
});

test.each(Object.entries(hidden.of))(
  '%s: no id finds it, alone or among others',
  async (model, hiddenIds) => {
    const [visible] = shown.of[model as ModelName]!;
    const { data } = await app.ask<{ nodes: unknown[] }>('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [...hiddenIds!, visible],
    });
    expect(data!.nodes).toEqual([...hiddenIds!.map(() => null), { id: visible }]);
    for (const id of hiddenIds!) {
      expect((await app.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).data).toEqual({
        node: null,
      });
    }
  },
);

test('a draft is not looked up', async () => {
  const { data } = await app.ask('query ($id: ID!) { competition(id: $id) { title } }', {
    id: globalId('Competition', draftId),
  });
  expect(data).toEqual({ competition: null });
});

test('to ask for what is hidden finds nothing', async () => {
  const nothing = { totalCount: 0, nodes: [] };
  const { data } = await app.ask(
    `query ($draft: [ID!]) {
      competitions(filter: { status: [DRAFT] }) { ...C }
      entries(filter: { status: [DRAFT, SUBMITTED, RETURNED, RECOMMENDED, REJECTED, WITHDRAWN] }) { ...E }
      ofDraft: entries(filter: { competition: $draft }) { ...E }
      innovationResults(filter: { status: [DRAFT, SUBMITTED, FORMAL_CHECK, REVIEW, REJECTED, WITHDRAWN] }) { ...R }
      studios(first: 1) { nodes { titles(
        filter: { status: [APPLIED, RETURNED, RECOMMENDED, EXPERT_REVIEW, MEETING, REJECTED] }) { ...T } } }
    }
    fragment C on CompetitionConnection { totalCount nodes { id } }
    fragment E on EntryConnection { totalCount nodes { id } }
    fragment R on InnovationResultConnection { totalCount nodes { id } }
    fragment T on StudioTitleConnection { totalCount nodes { id } }`,
    { draft: [globalId('Competition', draftId)] },
  );
  expect(data).toEqual({
    competitions: nothing,
    entries: nothing,
    ofDraft: nothing,
    innovationResults: nothing,
    studios: { nodes: [{ titles: nothing }] },
  });
});

test('groups count what is shown alone', async () => {
  const facets = (by: string) => `${by}: facets(by: ${by}) { value count }`;
  const { data } = await app.ask<Record<string, Record<string, { value: string | null; count: number }[]>>>(
    `query ($code: String!) {
      innovationResults { ${['CATEGORY', 'STATUS', 'YEAR', 'GRADE', 'REGION', 'COUNTY', 'PROVINCE'].map(facets).join(' ')} }
      asked: innovationResults(filter: { status: [DRAFT] }) { ${facets('STATUS')} ${facets('YEAR')} }
      region(code: $code) { results(includeDescendants: true) { ${facets('STATUS')} } }
    }`,
    { code: region.code },
  );
  const byStatus = [
    { value: 'RECOGNIZED', count: 2 },
    { value: 'PROMOTED', count: 1 },
  ];
  expect(data!.innovationResults!.STATUS).toEqual(byStatus);
  expect(data!.region).toEqual({ results: { STATUS: byStatus } });
  expect(data!.asked).toEqual({ STATUS: byStatus, YEAR: [] });
  for (const groups of Object.values(data!.innovationResults!)) {
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  }
});

test('what competes in a draft alone is not recorded', async () => {
  const { id: regionId, code } = await app.region();
  await app.indicator({ code: 'key_project.merit_competition.municipal' });
  for (const status of ['DRAFT', 'RUNNING'] as const) {
    const { id: projectId } = await app.project({ regionId, level: 'MUNICIPAL_KEY' });
    const { id: competitionId } = await app.competition({ regionId, kind: 'MERIT', status });
    await app.entry({ regionId, competitionId, projectId, status: 'APPROVED' });
  }
  const { data } = await app.ask(
    `query ($code: String!) { indicator(code: "key_project.merit_competition.municipal") {
      recorded(regionCode: $code) { value } } }`,
    { code },
  );
  expect(data).toEqual({ indicator: { recorded: { value: 1 } } });
});
