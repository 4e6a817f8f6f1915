import { expect, test } from 'vitest';
import { COMPETITION_WORKFLOW } from '../../src/features/competitions/rules.ts';
import { enums } from '../../src/generated/datamodel.ts';
import { actionsFrom, mutationOf, reachableStates } from '../../src/platform/workflow.ts';
import { NOON } from '../kit/app.ts';
import { done, inputOf, scene } from './scene.ts';

const { app, prisma, clock, people, competition } = await scene();
const { municipal, county } = people;

const MINUTE = 60_000;
const at = (minutes: number) => new Date(NOON.getTime() + minutes * MINUTE).toISOString();
const INSTANTS = `status version publishedAt applicationsOpenedAt applicationsCloseAt startedAt scoringAt frozenAt
  noticeOpenedAt concludedAt archivedAt suspendedAt suspendedFrom reason`;

test('a competition goes its whole way, and each step has its instant', async () => {
  const { row } = await competition();
  const entry = (status: 'APPROVED' | 'RECOMMENDED' | 'VETOED') =>
    app.entry({ competitionId: row.id, status });
  const [approved, recommended, vetoed] = [
    await entry('APPROVED'),
    await entry('RECOMMENDED'),
    await entry('VETOED'),
  ];
  const expected: Record<string, unknown> = Object.fromEntries(
    INSTANTS.split(/\s+/).map((name) => [name, null]),
  );
  const take = async (minutes: number, name: string, changes: object, more: object = {}) => {
    clock.at = new Date(at(minutes));
    const { version } = await prisma.competition.findUniqueOrThrow({ where: { id: row.id } });
    const answer = await done(municipal, name, { ...inputOf({ ...row, version }), ...more }, INSTANTS);
    expect([name, answer]).toEqual([name, Object.assign(expected, { version: version + 1 }, changes)]);
  };
  await take(1, 'competitionPublish', { status: 'PUBLISHED', publishedAt: at(1) });
  const until = { applicationsCloseAt: at(9) };
  await take(
    2,
    'competitionOpenApplications',
    { status: 'APPLYING', applicationsOpenedAt: at(2), ...until },
    until,
  );
  await take(3, 'competitionCloseApplications', { applicationsCloseAt: at(3) });
  const later = { applicationsCloseAt: at(8) };
  await take(4, 'competitionOpenApplications', later, later);
  const halt = { status: 'SUSPENDED', suspendedAt: at(5), suspendedFrom: 'APPLYING', reason: '台风' };
  await take(5, 'competitionSuspend', halt, { opinion: ' 台风 ' });
  const goesOn = { status: 'APPLYING', suspendedAt: null, suspendedFrom: null, reason: null };
  await take(6, 'competitionResume', goesOn);
  // Applications were still open: they close with the start.
  await take(7, 'competitionStart', { status: 'RUNNING', startedAt: at(7), applicationsCloseAt: at(7) });
  await take(8, 'competitionBeginScoring', { status: 'SCORING', scoringAt: at(8) });
  await take(9, 'competitionFreeze', { status: 'FROZEN', frozenAt: at(9) });
  await take(10, 'competitionOpenNotice', { status: 'NOTICE', noticeOpenedAt: at(10) });
  await take(11, 'competitionConclude', { status: 'CONCLUDED', concludedAt: at(11) });
  await take(12, 'competitionArchive', { status: 'ARCHIVED', archivedAt: at(12) });
  clock.at = NOON;

  const entries = await prisma.entry.findMany({ where: { competitionId: row.id }, orderBy: { id: 'asc' } });
  expect(entries.map(({ id, status, version, closedAt }) => [id, status, version, closedAt])).toEqual([
    [approved.id, 'CONCLUDED', 3, new Date(at(11))],
    [recommended.id, 'RECOMMENDED', 1, null],
    [vetoed.id, 'VETOED', 1, null],
  ]);
  const ofEntry = await prisma.workflowEvent.findMany({
    where: { subjectId: approved.id },
    orderBy: { at: 'asc' },
  });
  expect(ofEntry).toMatchObject([
    { action: 'ACTIVATE', fromState: 'APPROVED', toState: 'ACTIVE', organizationId: approved.applicantId },
    { action: 'CONCLUDE', fromState: 'ACTIVE', toState: 'CONCLUDED', actorRole: 'MUNICIPAL_OFFICER' },
  ]);
  const changes = await prisma.changeEvent.findMany({
    where: { entityId: approved.id },
    orderBy: { seq: 'asc' },
  });
  expect(changes).toMatchObject([
    {
      action: 'entryActivate',
      before: { status: 'APPROVED', version: 1 },
      after: { status: 'ACTIVE', version: 2 },
    },
    {
      action: 'entryConclude',
      before: { status: 'ACTIVE' },
      after: { status: 'CONCLUDED', closedAt: at(11) },
    },
  ]);
  const steps = await prisma.workflowEvent.findMany({ where: { subjectId: row.id }, orderBy: { at: 'asc' } });
  expect(steps.map(({ action, opinion }) => [action, opinion])).toEqual([
    ['PUBLISH', null],
    ['OPEN_APPLICATIONS', null],
    ['CLOSE_APPLICATIONS', null],
    ['OPEN_APPLICATIONS', null],
    ['SUSPEND', '台风'],
    ['RESUME', null],
    ['START', null],
    ['BEGIN_SCORING', null],
    ['FREEZE', null],
    ['OPEN_NOTICE', null],
    ['CONCLUDE', null],
    ['ARCHIVE', null],
  ]);
});

test('every status can be reached, and nothing leads out of the ends', () => {
  expect([...reachableStates(COMPETITION_WORKFLOW)].sort()).toEqual(
    Object.keys(enums.CompetitionStatus.values).sort(),
  );
  expect(actionsFrom(COMPETITION_WORKFLOW, 'CONCLUDED')).toEqual(['ARCHIVE']);
  expect(actionsFrom(COMPETITION_WORKFLOW, 'ARCHIVED')).toEqual([]);
  expect(actionsFrom(COMPETITION_WORKFLOW, 'CANCELLED')).toEqual([]);
});

test('a clock that was set back moves no step before an earlier one', async () => {
  const { row } = await competition({ status: 'PUBLISHED', publishedAt: new Date(at(1)) });
  const until = { applicationsCloseAt: at(2) };
  const opened = await done(
    municipal,
    'competitionOpenApplications',
    { ...inputOf(row), ...until },
    INSTANTS,
  );
  expect(opened).toMatchObject({ applicationsOpenedAt: at(1), applicationsCloseAt: at(2) });
  const closed = await done(
    municipal,
    'competitionCloseApplications',
    { ...inputOf(row), version: 2 },
    INSTANTS,
  );
  const justAfter = new Date(NOON.getTime() + MINUTE + 1).toISOString();
  expect(closed).toMatchObject({ applicationsCloseAt: justAfter });
  const started = await done(municipal, 'competitionStart', { ...inputOf(row), version: 3 }, INSTANTS);
  expect(started).toMatchObject({ startedAt: at(1), applicationsCloseAt: justAfter });
});

const MORE: Record<string, object> = {
  OPEN_APPLICATIONS: { applicationsCloseAt: at(1) },
  SUSPEND: { opinion: '示例' },
  CANCEL: { opinion: '示例' },
};
const ACTIONS = (Object.keys(COMPETITION_WORKFLOW) as (keyof typeof COMPETITION_WORKFLOW)[]).filter(
  (action) => COMPETITION_WORKFLOW[action].from.length > 0,
);

test.each(Object.keys(enums.CompetitionStatus.values) as (keyof typeof enums.CompetitionStatus.values)[])(
  'in %s exactly what is offered can be done, by those who may',
  async (status) => {
    const { input } = await competition({
      status,
      publishedAt: new Date('2025-02-01T01:00:00Z'),
      ...(status === 'DRAFT' && { publishedAt: null }),
    });
    const query = 'query ($id: ID!) { competition(id: $id) { nextActions } }';
    const offered = async (who: typeof municipal) =>
      (await who.ask<{ competition: { nextActions: string[] } | null }>(query, { id: input.id })).data!
        .competition?.nextActions;
    expect(await offered(municipal)).toEqual(actionsFrom(COMPETITION_WORKFLOW, status));
    expect(await offered(county)).toEqual(status === 'DRAFT' ? undefined : []);
    const possible = [];
    for (const action of ACTIONS) {
      const { input: fresh } = await competition({ status });
      const name = mutationOf('competition', action);
      const answer = await done(municipal, name, { ...fresh, ...MORE[action] });
      if (answer.code === 'INVALID_STATE') {
        expect(answer).toEqual({
          __typename: 'StateError',
          code: 'INVALID_STATE',
          path: ['id'],
          from: status,
          action,
          possible: actionsFrom(COMPETITION_WORKFLOW, status),
        });
      } else {
        expect([action, answer]).toEqual([action, { id: fresh.id }]);
        possible.push(action);
      }
    }
    expect(possible).toEqual(await offered(municipal));
  },
);
