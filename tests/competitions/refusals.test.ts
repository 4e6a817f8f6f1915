import { isInputObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { COMPETITION_WORKFLOW } from '../../src/features/competitions/rules.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { mutationOf } from '../../src/platform/workflow.ts';
import { schema } from '../../src/schema.ts';
import { done, everything, scene } from './scene.ts';

const it = await scene();
const { app, people, competition, here } = it;
const { municipal } = people;

type Made = Awaited<ReturnType<typeof competition>>;
const key = (model: 'Track' | 'Stage' | 'Metric', { id }: { id: string }) => ({
  id: globalId(model, id),
  version: 1,
});

/** What each mutation on a competition is given: a new one must be added. */
const INPUTS: Record<string, (made: Made) => object> = {
  ...Object.fromEntries(
    Object.entries(COMPETITION_WORKFLOW)
      .filter(([, { from }]) => from.length > 0)
      .map(([action]) => [
        mutationOf('competition', action),
        ({ input }: Made) => ({ ...input, opinion: '示例' }),
      ]),
  ),
  competitionUpdate: ({ input }) => ({ ...input, title: '示例新名称' }),
  competitionCopy: ({ input }) => input,
  competitionOpenApplications: ({ input }) => ({ ...input, applicationsCloseAt: '2027-01-01T00:00:00Z' }),
  trackCreate: ({ input }) => ({ competition: input.id, name: '示例赛道', recipientKind: 'PROJECT' }),
  trackUpdate: ({ track }) => ({ ...key('Track', track), name: '示例新赛道' }),
  trackRemove: ({ track }) => key('Track', track),
  stageCreate: ({ input }) => ({
    competition: input.id,
    name: '示例阶段',
    kind: 'PERIODIC',
    startsOn: '2025-07-01',
    endsOn: '2025-09-30',
    summaryDueOn: '2025-10-10',
    weight: '0.1',
  }),
  stageUpdate: ({ stage }) => ({ ...key('Stage', stage), name: '示例新阶段' }),
  stageRemove: ({ stage }) => key('Stage', stage),
  metricCreate: ({ input }) => ({
    competition: input.id,
    code: 'output',
    name: '示例产值',
    unit: '万元',
    aggregation: 'SUM',
    isRequired: true,
  }),
  metricUpdate: ({ metric }) => ({ ...key('Metric', metric), name: '示例新指标' }),
  metricRemove: ({ metric }) => key('Metric', metric),
};
const mutations = Object.keys(schema.getMutationType()!.getFields()).filter((name) =>
  /^(competition|track|stage|metric)[A-Z]/.test(name),
);
const others = mutations.filter((name) => name !== 'competitionCreate');

test('every mutation on competitions is here', () => {
  expect(Object.keys(INPUTS).sort()).toEqual(others.toSorted());
});

test('no mutation takes a status or an instant of a step', () => {
  for (const name of mutations) {
    const input = schema.getType(`${name[0]!.toUpperCase()}${name.slice(1)}Input`);
    const fields = isInputObjectType(input) ? Object.keys(input.getFields()) : [];
    expect([name, fields.filter((field) => /status|At$/i.test(field))]).toEqual([
      name,
      name === 'competitionOpenApplications' ? ['applicationsCloseAt'] : [],
    ]);
  }
});

describe('nobody changes what is not in their hands', async () => {
  test.each(others)('%s', async (name) => {
    const draft = await competition();
    const published = await competition({ status: 'PUBLISHED' });
    const before = await everything(it, draft.row.id);
    const answer = (who: keyof typeof people, made: Made) => done(people[who], name, INPUTS[name]!(made));
    expect(await answer('foreign', draft)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await answer('county', draft)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await answer('member', draft)).toMatchObject({ code: 'FORBIDDEN' });
    for (const who of ['foreign', 'unit', 'county', 'supervisor'] as const) {
      expect([who, await answer(who, published)]).toMatchObject([
        who,
        {
          code: 'FORBIDDEN',
          needs: ['ADMIN', 'COMMITTEE_OFFICE', 'COUNTY_OFFICER', 'MUNICIPAL_OFFICER', 'PROVINCIAL_OFFICER'],
        },
      ]);
    }
    expect(await everything(it, draft.row.id)).toBe(before);
  });
});

describe('what is over cannot change', () => {
  test.each(others)('%s', async (name) => {
    for (const status of ['CONCLUDED', 'ARCHIVED', 'CANCELLED'] as const) {
      const made = await competition({ status });
      const before = await everything(it, made.row.id);
      const answer = await done(municipal, name, INPUTS[name]!(made));
      const isPossible =
        name === 'competitionCopy' || (name === 'competitionArchive' && status === 'CONCLUDED');
      if (isPossible) expect(answer).not.toHaveProperty('code');
      else {
        expect([status, answer]).toMatchObject([status, { code: 'INVALID_STATE', from: status }]);
        expect(await everything(it, made.row.id)).toBe(before);
      }
    }
  });
});

test.each(others.filter((name) => !name.endsWith('Create')))(
  '%s takes the version that was read',
  async (name) => {
    const made = await competition();
    const before = await everything(it, made.row.id);
    const answer = await done(municipal, name, { ...INPUTS[name]!(made), version: 7 });
    expect(answer).toEqual({
      __typename: 'VersionConflictError',
      code: 'CONFLICT',
      path: ['version'],
      currentVersion: 1,
    });
    expect(await everything(it, made.row.id)).toBe(before);
  },
);

test.each(['competitionSuspend', 'competitionCancel'])('%s needs a reason', async (name) => {
  const { input } = await competition({ status: 'RUNNING' });
  for (const opinion of [null, ' ']) {
    expect(await done(municipal, name, { ...input, opinion })).toMatchObject({
      code: 'OPINION_REQUIRED',
      path: ['opinion'],
    });
  }
});

test('a draft is published when nothing is missing', async () => {
  const row = await app.competition({ regionId: here.city.id, route: [] });
  const input = { id: globalId('Competition', row.id), version: 1 };
  const missing = async () => (await done(municipal, 'competitionPublish', input)).missing;
  expect(await missing()).toEqual(['hosts', 'route', 'tracks', 'stages']);
  await app.stage({ competitionId: row.id, weight: '0.9999' });
  await app.track({ competitionId: row.id });
  expect(await missing()).toEqual(['hosts', 'route', 'stages.weight']);
});

test('a canceled draft is not for the public', async () => {
  const { input } = await competition();
  await done(municipal, 'competitionCancel', { ...input, opinion: '示例' });
  const query = `{ competition(id: "${input.id}") { status reason } }`;
  expect((await app.ask(query)).data).toEqual({ competition: null });
  expect((await municipal.ask(query)).data).toEqual({ competition: { status: 'CANCELLED', reason: '示例' } });
});

test('applications close later than now, and only once', async () => {
  const { input } = await competition({ status: 'PUBLISHED' });
  const open = (applicationsCloseAt: string) =>
    done(municipal, 'competitionOpenApplications', { ...input, applicationsCloseAt });
  expect(await open('2026-05-01T12:00:00Z')).toMatchObject({
    code: 'INVALID',
    path: ['applicationsCloseAt'],
  });
  expect(await open('2026-05-01T12:00:01Z')).toEqual({ id: input.id });
  const close = (version: number) => done(municipal, 'competitionCloseApplications', { ...input, version });
  expect(await close(2)).toEqual({ id: input.id });
  expect(await close(3)).toMatchObject({ code: 'DEADLINE', deadline: '2026-05-01T12:00:00.001Z' });
});
