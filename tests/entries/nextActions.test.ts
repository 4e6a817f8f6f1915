import { expect, test } from 'vitest';
import { ENTRY_WORKFLOW } from '../../src/features/entries/rules.ts';
import type { CompetitionStatus, EntryStatus } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { reachableStates } from '../../src/platform/workflow.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { ACTIONS, actors, tried } from './asking.ts';
import { applying, land, type Name } from './land.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const here = await land(app, signIn);
const { person } = here;
const twoHats = await person(
  { role: 'UNIT_OFFICER', organizationId: here.unit.id },
  { role: 'COUNTY_OFFICER', regionId: here.county.id },
);
const everyone = { ...here.everyone, twoHats };
const actor = await actors(app, { everyone });
const of = { applicantId: here.unit.id, regionId: here.county.id };

/** What is refused for whom and when, as opposed to what is missing from the entry or the input. */
const NOT_NOW = ['ForbiddenError', 'StateError', 'ConflictOfInterestError', 'DeadlineError'];

async function nextActions(ids: readonly string[], who: keyof typeof everyone) {
  const answer = await everyone[who].ask<{ nodes: ({ nextActions: string[] } | null)[] }>(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entry { nextActions } } }',
    { ids: ids.map((id) => globalId('Entry', id)) },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data!.nodes;
}

const WHO = ['admin', 'unit', 'county', 'county2', 'municipal', 'supervisor', 'twoHats'] as const;

const STATES: EntryStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'RECOMMENDED',
  'APPROVED',
  'ACTIVE',
  'VETOED',
  'CONCLUDED',
  'REJECTED',
  'WITHDRAWN',
];

test('an action is listed exactly if the command does not refuse it for whom or when', async () => {
  const applyingId = (await applying(app, here)).id;
  const entries: { id: string; version: number }[] = [];
  for (const status of ['DRAFT', 'SUBMITTED', 'RECOMMENDED', 'ACTIVE', 'REJECTED'] satisfies EntryStatus[]) {
    entries.push(await app.entry({ ...of, status, competitionId: applyingId }));
  }
  for (const status of ['RUNNING', 'SUSPENDED'] satisfies CompetitionStatus[]) {
    const { id: competitionId } = await app.competition({ status, regionId: here.city.id });
    entries.push(await app.entry({ ...of, status: 'SUBMITTED', competitionId }));
  }
  const { id: closedId } = await applying(app, here, { applicationsCloseAt: NOON });
  entries.push(await app.entry({ ...of, status: 'DRAFT', competitionId: closedId }));
  const direct = await app.entry({
    ...of,
    competitionId: applyingId,
    status: 'SUBMITTED',
    route: ['MUNICIPAL'],
  });
  entries.push(direct);
  const admins = await app.entry({ ...of, competitionId: applyingId, status: 'SUBMITTED' });
  entries.push(admins);
  await app.workflowEvent({
    subjectType: 'Entry',
    subjectId: admins.id,
    actorUserId: everyone.admin.id,
    at: NOON,
  });

  let listed = 0;
  for (const who of WHO) {
    const nodes = await nextActions(
      entries.map(({ id }) => id),
      who,
    );
    for (const [n, { id, version }] of entries.entries()) {
      const seen = nodes[n];
      const outcomes = [];
      for (const action of seen ? ACTIONS : [ACTIONS[0]!]) {
        outcomes.push([
          action,
          await tried(app, actor[who as Name], action, { id, version, opinion: '示例' }),
        ]);
      }
      if (!seen) expect([who, n, outcomes]).toEqual([who, n, [[ACTIONS[0], 'NotFoundError']]]);
      else {
        const possible = outcomes
          .filter(([, outcome]) => !NOT_NOW.includes(outcome!))
          .map(([action]) => action);
        expect([who, n, possible]).toEqual([who, n, seen.nextActions]);
        listed += possible.length;
      }
    }
  }
  expect(listed).toBeGreaterThan(40);
});

test('whoever applied, or acts for the unit, decides nothing', async () => {
  const { id: competitionId } = await applying(app, here);
  const { id, version } = await app.entry({ ...of, competitionId, status: 'SUBMITTED' });
  await app.workflowEvent({ subjectType: 'Entry', subjectId: id, actorUserId: everyone.admin.id, at: NOON });
  for (const action of ['RETURN', 'RECOMMEND', 'REJECT'] as const) {
    const input = { id, version, opinion: '示例' };
    expect(await tried(app, actor.admin, action, input)).toBe('ConflictOfInterestError');
    expect(await tried(app, actor['twoHats' as Name], action, input)).toBe('ConflictOfInterestError');
    expect(await tried(app, actor.county, action, input)).toBe('done');
  }
});

test('it costs one statement more, for two entries as for forty', async () => {
  const { id: competitionId } = await applying(app, here);
  const all: string[] = [];
  for (let n = 0; n < 40; n++) all.push((await app.entry({ ...of, competitionId, status: 'SUBMITTED' })).id);
  for (const most of [2, 40]) {
    const statements = await app.statements(() => nextActions(all.slice(0, most), 'county'));
    // Who asks is found out by three statements: the user, their regions and organizations.
    expect(statements.filter((text) => /"?entry"?/.test(text))).toHaveLength(2);
  }
});

test('every state is reached by its way but the veto’s, which comes from elsewhere', () => {
  expect([...reachableStates(ENTRY_WORKFLOW)].toSorted()).toEqual(
    STATES.filter((status) => status !== 'VETOED').toSorted(),
  );
});
