import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actorOfUser } from '../../src/features/access/reads.ts';
import { type ProjectAction, stepProject } from '../../src/features/projects/commands/stepProject.ts';
import { PROJECT_WORKFLOW } from '../../src/features/projects/rules.ts';
import type { ProjectStatus } from '../../src/generated/prisma/client.ts';
import type { Refusal } from '../../src/platform/refusals.ts';
import { reachableStates } from '../../src/platform/workflow.ts';
import { callOf } from '../kit/calls.ts';
import { id, outcome, refusal, startScene } from './scene.ts';

const { app, here, there, officers } = await startScene();
const { prisma } = app.db;
const { county, unit, unitThere, supervisor } = officers;
const region = id('Region', here.county);
const owner = id('Organization', here.unit);
const project = (status: ProjectStatus = 'UNDER_CONSTRUCTION') =>
  app.project({ status, ownerId: here.unit.id, regionId: here.county.id });

test('is entered by its owner, wherever it is built, and goes its way', async () => {
  const input = {
    name: '示例大桥',
    level: 'MUNICIPAL_KEY',
    region: id('Region', there.county),
    owner,
    plannedInvestment: '123456789.01',
    plannedStart: '2026-01-01',
    plannedEnd: '2027-12-31',
  };
  const whole = `... on ProjectCreatePayload { project { id name status plannedInvestment version nextActions
    events { nodes { action toState } } } }`;
  const { project: made } = await unit.does('projectCreate', input, whole);
  expect(made).toEqual({
    id: expect.any(String),
    name: '示例大桥',
    status: 'PLANNED',
    plannedInvestment: '123456789.01',
    version: 1,
    nextActions: ['START'],
    events: { nodes: [{ action: 'CREATE', toState: 'PLANNED' }] },
  });
  expect(await outcome(unitThere, 'projectStart', { id: (made as { id: string }).id, version: 1 })).toBe(
    'FORBIDDEN',
  );
});

test.each([
  [{ name: '' }, 'name'],
  [{ plannedInvestment: '-1' }, 'plannedInvestment'],
  [{ plannedInvestment: '1.001' }, 'plannedInvestment'],
  [{ plannedInvestment: '10000000000000000' }, 'plannedInvestment'],
  [{ plannedStart: '2026-01-02', plannedEnd: '2026-01-01' }, 'plannedEnd'],
  [{ status: 'COMPLETED' }, 'status'],
  [{ industryCode: 'a' }, 'industryCode'],
])('%j is refused', async (input, path) => {
  const whole = { name: '示例大桥', level: 'OTHER', region, owner, ...input };
  expect(await refusal(county, 'projectCreate', whole)).toMatchObject({ code: 'INVALID', path: [path] });
});

test('every state can be reached', () => {
  expect([...reachableStates(PROJECT_WORKFLOW)].sort()).toEqual([
    'COMPLETED',
    'PLANNED',
    'SUSPENDED',
    'UNDER_CONSTRUCTION',
  ]);
});

const ACTIONS = ['START', 'SUSPEND', 'RESUME', 'COMPLETE'] as const;

test('what can be done next is what is not refused for who does it or for the state', async () => {
  const query = 'query ($id: ID!) { project(id: $id) { nextActions version } }';
  for (const status of ['PLANNED', 'UNDER_CONSTRUCTION', 'SUSPENDED', 'COMPLETED'] as const) {
    for (const who of [county, unit, supervisor, unitThere]) {
      for (const action of ACTIONS) {
        const one = { id: id('Project', await project(status)) };
        const { data } = await who.ask<{ project: { nextActions: string[] } }>(query, one);
        const name = `project${action[0]}${action.slice(1).toLowerCase()}`;
        const code = await outcome(who, name, { ...one, version: 1, opinion: '示例' });
        const isPossible = !['FORBIDDEN', 'INVALID_STATE'].includes(code);
        expect([status, action, data!.project.nextActions.includes(action)]).toEqual([
          status,
          action,
          isPossible,
        ]);
      }
    }
  }
});

test('any sequence of steps leaves what its way allows, and nothing half done', async () => {
  const TO: Record<string, ProjectStatus> = {
    'PLANNED START': 'UNDER_CONSTRUCTION',
    'UNDER_CONSTRUCTION SUSPEND': 'SUSPENDED',
    'SUSPENDED RESUME': 'UNDER_CONSTRUCTION',
    'UNDER_CONSTRUCTION COMPLETE': 'COMPLETED',
  };
  const call = callOf(app, await actorOfUser(callOf(app), county.subject));
  const step = fc.record({
    action: fc.constantFrom<ProjectAction>(...ACTIONS),
    isStale: fc.constantFrom(true, false, false, false),
    opinion: fc.constantFrom('示例', ' ', undefined),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const { id: one } = await project('PLANNED');
      let [status, version]: [ProjectStatus, number] = ['PLANNED', 1];
      const events: string[] = [];
      for (const { action, isStale, opinion } of steps) {
        const to: ProjectStatus | undefined = TO[`${status} ${action}`];
        const needsOpinion = action === 'SUSPEND' && !opinion?.trim();
        const expected = isStale
          ? 'CONFLICT'
          : !to
            ? 'INVALID_STATE'
            : needsOpinion
              ? 'OPINION_REQUIRED'
              : 'done';
        const input = { id: one, version: isStale ? version + 1 : version, opinion };
        const came = await stepProject(call, action, input).then(
          () => 'done',
          ({ code }: Refusal) => code,
        );
        expect(came).toBe(expected);
        if (came !== 'done') continue;
        events.push(`${action} ${status} ${to}`);
        [status, version] = [to!, version + 1];
      }
      const row = await prisma.project.findUniqueOrThrow({ where: { id: one } });
      const kept = await prisma.workflowEvent.findMany({ where: { subjectId: one }, orderBy: { id: 'asc' } });
      expect([row.status, row.version]).toEqual([status, version]);
      expect(kept.map((each) => `${each.action} ${each.fromState} ${each.toState}`)).toEqual(events);
      expect(await prisma.changeEvent.count({ where: { entityId: one } })).toBe(events.length);
    }),
    { numRuns: 30 },
  );
});

test('completed and suspended at once: one of them', async () => {
  const one = { id: id('Project', await project()), version: 1, opinion: '示例' };
  const outcomes = await Promise.all([
    outcome(county, 'projectComplete', one),
    outcome(unit, 'projectSuspend', one),
  ]);
  expect(outcomes.toSorted()).toEqual(['CONFLICT', 'done']);
});

describe('a participant', () => {
  const add = async (more = {}) => ({
    project: id('Project', await project()),
    organization: id('Organization', there.unit),
    role: 'CONTRACTOR',
    ...more,
  });

  test('is added, changed and ended', async () => {
    const input = await add({ headcount: 40, migrantHeadcount: 30, joinedOn: '2026-02-01' });
    const { projectParticipant: one } = await unit.does(
      'projectParticipantAdd',
      input,
      '... on ProjectParticipantAddPayload { projectParticipant { id headcount migrantHeadcount joinedOn leftOn version } }',
    );
    const { id: participant, ...kept } = one as { id: string };
    expect(kept).toEqual({
      headcount: 40,
      migrantHeadcount: 30,
      joinedOn: '2026-02-01',
      leftOn: null,
      version: 1,
    });
    expect(await outcome(unit, 'projectParticipantAdd', input)).toBe('PARTICIPATION_HELD');
    const change = { id: participant, version: 1, headcount: 20 };
    expect(await refusal(unit, 'projectParticipantUpdate', change)).toMatchObject({
      code: 'INVALID',
      path: ['migrantHeadcount'],
    });
    expect(await outcome(unit, 'projectParticipantUpdate', { ...change, migrantHeadcount: null })).toBe(
      'done',
    );
    const end = { id: participant, version: 2 };
    expect(await refusal(unit, 'projectParticipantEnd', { ...end, leftOn: '2026-02-01' })).toMatchObject({
      code: 'INVALID',
      path: ['leftOn'],
    });
    expect(await outcome(unit, 'projectParticipantEnd', end)).toBe('done');
    expect(await outcome(unit, 'projectParticipantEnd', { ...end, version: 3 })).toBe('ALREADY_ENDED');
    expect(await outcome(unit, 'projectParticipantAdd', { ...input, joinedOn: '2026-05-01' })).toBe('done');
  });

  test.each([
    [{ headcount: -1 }, 'headcount'],
    [{ headcount: 1, migrantHeadcount: 2 }, 'migrantHeadcount'],
  ])('%j is refused', async (more, path) => {
    expect(await refusal(unit, 'projectParticipantAdd', await add(more))).toMatchObject({
      code: 'INVALID',
      path: [path],
    });
  });
});
