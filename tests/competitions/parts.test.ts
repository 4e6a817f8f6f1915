import { describe, expect, test } from 'vitest';
import { shifted } from '../../src/features/competitions/rules.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { NOON } from '../kit/app.ts';
import { done, everything, scene } from './scene.ts';

const it = await scene();
const { app, prisma, people, competition } = it;
const { municipal } = people;
type Made = Awaited<ReturnType<typeof competition>>;

const invalid = (...path: string[]) => ({ __typename: 'InvalidError', code: 'INVALID', path });
const key = (model: 'Track' | 'Stage' | 'Metric', { id }: { id: string }, version = 1) => ({
  id: globalId(model, id),
  version,
});
const TRACK = { name: ' 示例赛道 ', recipientKind: 'STUDIO' };
const STAGE = {
  name: '示例',
  kind: 'MILESTONE',
  startsOn: '2025-07-01',
  endsOn: '2025-07-01',
  summaryDueOn: '2025-07-01',
  weight: '0.0001',
};
const METRIC = {
  code: 'output_value',
  name: '示例产值',
  unit: '万元',
  target: '100.5',
  aggregation: 'MAX',
  isRequired: false,
};

test('a track is added, changed and taken away', async () => {
  const made = await competition();
  const input = { competition: made.input.id, ...TRACK };
  const all = 'name recipientKind eligibility ordinal route version';
  const words = { name: '示例赛道', recipientKind: 'STUDIO', eligibility: null, route: [] };
  expect(await done(municipal, 'trackCreate', input, all)).toEqual({ ...words, ordinal: 2, version: 1 });
  const track = await prisma.track.findFirstOrThrow({ where: { competitionId: made.row.id, ordinal: 2 } });
  const change = { ...key('Track', track), eligibility: '示例条件', route: ['MUNICIPAL'], ordinal: 5 };
  const changed = { ...words, eligibility: '示例条件', route: ['MUNICIPAL'], ordinal: 5, version: 2 };
  expect(await done(municipal, 'trackUpdate', change, all)).toEqual(changed);
  const left = await done(municipal, 'trackRemove', key('Track', track, 2), 'tracks { totalCount }');
  expect(left).toEqual({ tracks: { totalCount: 1 } });
  const changes = await prisma.changeEvent.findMany({
    where: { entityId: track.id },
    orderBy: { seq: 'asc' },
  });
  expect(changes).toMatchObject([
    { operation: 'CREATED', action: 'trackCreate', before: null, after: { version: 1 } },
    { operation: 'UPDATED', action: 'trackUpdate', before: { version: 1 }, after: { version: 2 } },
    { operation: 'REMOVED', action: 'trackRemove', before: { version: 2 }, after: null },
  ]);
  const steps = await prisma.workflowEvent.findMany({ where: { subjectId: made.row.id } });
  expect(steps.map(({ action, fromState, toState }) => [action, fromState, toState])).toEqual(
    Array.from({ length: 3 }, () => ['UPDATE', 'DRAFT', 'DRAFT']),
  );
});

test('a stage is added, changed and taken away', async () => {
  const { input, stage } = await competition();
  await done(municipal, 'stageUpdate', { ...key('Stage', stage), weight: '0.2499' });
  const all = 'name kind startsOn endsOn summaryDueOn weight ordinal version';
  const added = await done(municipal, 'stageCreate', { competition: input.id, ...STAGE }, all);
  expect(added).toEqual({ ...STAGE, ordinal: 3, version: 1 });
  const left = await done(municipal, 'stageRemove', key('Stage', stage, 2), 'stages { nodes { weight } }');
  expect(left).toEqual({ stages: { nodes: [{ weight: '0.75' }, { weight: '0.0001' }] } });
});

test('a metric is added, changed and taken away', async () => {
  const { input, metric } = await competition();
  const all = 'code name unit target aggregation isRequired ordinal version competition { id }';
  const added = await done(municipal, 'metricCreate', { competition: input.id, ...METRIC }, all);
  expect(added).toEqual({ ...METRIC, ordinal: 2, version: 1, competition: { id: input.id } });
  const change = { ...key('Metric', metric), target: null, aggregation: 'MEAN', unit: '%' };
  expect(await done(municipal, 'metricUpdate', change, 'target aggregation unit')).toEqual({
    target: null,
    aggregation: 'MEAN',
    unit: '%',
  });
  const left = await done(municipal, 'metricRemove', key('Metric', metric, 2), 'metrics { nodes { code } }');
  expect(left).toEqual({ metrics: { nodes: [{ code: 'output_value' }] } });
});

describe('what does not fit is refused beside its field', () => {
  test.each<[string, (made: Made) => object, string]>([
    ['trackCreate', ({ input }) => ({ competition: input.id, ...TRACK, name: '' }), 'name'],
    ['trackCreate', ({ input }) => ({ competition: input.id, ...TRACK, ordinal: 1 }), 'ordinal'],
    ['trackCreate', ({ input }) => ({ competition: input.id, ...TRACK, ordinal: 0 }), 'ordinal'],
    ['trackCreate', ({ input }) => ({ competition: input.id, ...TRACK, route: ['COUNTY'] }), 'route'],
    ['trackUpdate', ({ track }) => ({ ...key('Track', track), name: null }), 'name'],
    ['trackUpdate', ({ track }) => ({ ...key('Track', track), ordinal: null }), 'ordinal'],
    ['stageCreate', ({ input }) => ({ competition: input.id, ...STAGE }), 'weight'],
    ['stageUpdate', ({ stage }) => ({ ...key('Stage', stage), weight: '0' }), 'weight'],
    ['stageUpdate', ({ stage }) => ({ ...key('Stage', stage), weight: '0.00001' }), 'weight'],
    ['stageUpdate', ({ stage }) => ({ ...key('Stage', stage), weight: '1.0001' }), 'weight'],
    ['stageUpdate', ({ stage }) => ({ ...key('Stage', stage), endsOn: '2024-12-31' }), 'endsOn'],
    ['stageUpdate', ({ stage }) => ({ ...key('Stage', stage), summaryDueOn: '2025-03-30' }), 'summaryDueOn'],
    ['stageUpdate', ({ stage }) => ({ ...key('Stage', stage), ordinal: 2 }), 'ordinal'],
    ['stageUpdate', ({ stage }) => ({ ...key('Stage', stage), startsOn: null }), 'startsOn'],
    ['metricCreate', ({ input }) => ({ competition: input.id, ...METRIC, code: 'Output' }), 'code'],
    ['metricCreate', ({ input }) => ({ competition: input.id, ...METRIC, code: 'example_1' }), 'code'],
    ['metricCreate', ({ input }) => ({ competition: input.id, ...METRIC, target: '1.00001' }), 'target'],
    [
      'metricCreate',
      ({ input }) => ({ competition: input.id, ...METRIC, target: '100000000000000' }),
      'target',
    ],
    ['metricUpdate', ({ metric }) => ({ ...key('Metric', metric), unit: ' ' }), 'unit'],
    ['metricUpdate', ({ metric }) => ({ ...key('Metric', metric), isRequired: null }), 'isRequired'],
  ])('%s %#', async (name, input, path) => {
    const made = await competition();
    const before = await everything(it, made.row.id);
    expect(await done(municipal, name, input(made))).toEqual(invalid(path));
    expect(await everything(it, made.row.id)).toBe(before);
  });
});

test('until applications open everything changes; then no track, metric or weight does', async () => {
  for (const status of ['PUBLISHED', 'APPLYING', 'RUNNING', 'SUSPENDED'] as const) {
    const made = await competition({ status });
    const refused = { code: 'INVALID_STATE', from: status };
    const expected = (id: string) => (status === 'PUBLISHED' ? { id } : refused);
    const { track, metric, stage } = made;
    const change = (name: string, input: object) => done(municipal, name, input);
    expect(await change('trackUpdate', { ...key('Track', track), name: '示例' })).toMatchObject(
      expected(key('Track', track).id),
    );
    expect(await change('metricUpdate', { ...key('Metric', metric), name: '示例' })).toMatchObject(
      expected(key('Metric', metric).id),
    );
    const weighed = await change('stageUpdate', { ...key('Stage', stage), weight: '0.2' });
    if (status === 'PUBLISHED') expect(weighed).toEqual({ id: key('Stage', stage).id });
    else expect(weighed).toMatchObject(status === 'SUSPENDED' ? refused : invalid('weight'));
    expect(await change('stageRemove', key('Stage', stage, status === 'PUBLISHED' ? 2 : 1))).toMatchObject(
      expected(made.input.id),
    );
  }
});

test('what is taken away after it was published is missed when applications open', async () => {
  const { input, track } = await competition({ status: 'PUBLISHED' });
  await done(municipal, 'trackRemove', key('Track', track));
  const open = { ...input, applicationsCloseAt: '2026-06-01T00:00:00Z' };
  expect(await done(municipal, 'competitionOpenApplications', open)).toMatchObject({
    code: 'INCOMPLETE',
    missing: ['tracks'],
  });
});

test('the days of a stage change until it opens, its name until the end', async () => {
  const { stage } = await competition({ status: 'RUNNING' });
  const moved = await done(
    municipal,
    'stageUpdate',
    { ...key('Stage', stage), endsOn: '2025-03-30' },
    'endsOn',
  );
  expect(moved).toEqual({ endsOn: '2025-03-30' });
  await prisma.stage.update({ where: { id: stage.id }, data: { openedAt: NOON } });
  const again = { ...key('Stage', stage, 2), endsOn: '2025-03-31' };
  expect(await done(municipal, 'stageUpdate', again)).toEqual(invalid('endsOn'));
  const named = await done(municipal, 'stageUpdate', { ...key('Stage', stage, 2), name: '示例' }, 'name');
  expect(named).toEqual({ name: '示例' });
});

test('a track with entries stays', async () => {
  const { row, track } = await competition({ status: 'PUBLISHED' });
  await app.entry({ competitionId: row.id, trackId: track.id });
  expect(await done(municipal, 'trackRemove', key('Track', track))).toEqual(invalid('id'));
});

test.each([
  ['2024-02-29', 1, '2025-02-28'],
  ['2025-02-28', 3, '2028-02-28'],
  ['2025-12-31', 1, '2026-12-31'],
])('%s moved by %i is %s', (day, years, expected) => {
  expect(shifted(new Date(day), years)).toEqual(new Date(expected));
});
