import { describe, expect, test } from 'vitest';
import { day, NOTHING, startTicking } from './ticking.ts';

const { app, tickAt, competition, summariesOf } = await startTicking();
const { prisma } = app.db;

describe('a stage', () => {
  test('opens at 0:00 of its first day in China, and asks for its summaries with the next working day as their last', async () => {
    const { id, stages } = await competition(2);
    // The first quarter is over: nobody who enters now sums it up.
    expect(await tickAt('2026-04-01T00:00:00')).toEqual([2, 2, 2, 0, 0]);
    // 19 to 21 June are the festival.
    expect(await summariesOf(id)).toEqual([
      [2, 'DUE', '2026-06-22'],
      [2, 'DUE', '2026-06-22'],
    ]);
    expect((await prisma.stage.findUniqueOrThrow({ where: { id: stages[1].id } })).openedAt).toEqual(
      new Date('2026-03-31T16:00:00Z'),
    );
    expect(await tickAt('2026-04-01T00:01:00')).toEqual(NOTHING);
  });

  test('is not open a millisecond before', async () => {
    const { id } = await competition();
    expect(await tickAt('2026-03-31T23:59:59.999')).toEqual([1, 2, 1, 0, 0]);
    expect(await summariesOf(id)).toEqual([
      [1, 'DUE', '2026-04-10'],
      [2, 'NOT_DUE', null],
    ]);
  });

  test('leaves who did it, when and how it was: the program itself, by nobody and in no role', async () => {
    const { id, stages } = await competition();
    await tickAt('2026-04-01T08:00:00');
    const at = new Date('2026-04-01T00:00:00Z');
    const nobody = { at, actorUserId: null, actorClientId: null, actorRole: null, requestId: null };
    const { id: summaryId, entryId } = await prisma.stageSummary.findFirstOrThrow({
      where: { entry: { competitionId: id } },
    });
    const steps = await prisma.workflowEvent.findMany({
      where: { subjectId: summaryId },
      orderBy: { id: 'asc' },
    });
    expect(steps).toMatchObject([
      { action: 'MAKE', fromState: null, toState: 'NOT_DUE', ...nobody },
      { action: 'OPEN', fromState: 'NOT_DUE', toState: 'DUE', ...nobody },
    ]);
    const changes = await prisma.changeEvent.findMany({
      where: { entityId: { in: [summaryId, stages[1].id] } },
      orderBy: { seq: 'asc' },
    });
    expect(changes).toMatchObject([
      {
        action: 'stageOpen',
        operation: 'UPDATED',
        before: { openedAt: null },
        after: { openedAt: at.toISOString() },
        ...nobody,
      },
      {
        action: 'summaryMake',
        operation: 'CREATED',
        before: null,
        after: { entryId, status: 'NOT_DUE' },
        ...nobody,
      },
      {
        action: 'summaryOpen',
        operation: 'UPDATED',
        before: { version: 1 },
        after: { status: 'DUE', version: 2 },
        ...nobody,
      },
    ]);
  });

  test.each(['DRAFT', 'PUBLISHED', 'APPLYING', 'SUSPENDED', 'SCORING', 'CONCLUDED', 'CANCELLED'] as const)(
    'of a competition that is %s opens not',
    async (status) => {
      const { id } = await competition(1, { status });
      expect([await tickAt('2026-05-01T00:00:00'), await summariesOf(id)]).toEqual([NOTHING, []]);
    },
  );

  test('that began while the competition was suspended opens when it goes on', async () => {
    const { id } = await competition();
    await tickAt('2026-03-01T00:00:00');
    const suspended = { suspendedAt: day('2026-03-02'), suspendedFrom: 'RUNNING', reason: '示例' } as const;
    await prisma.competition.update({ where: { id }, data: { status: 'SUSPENDED', ...suspended } });
    expect(await tickAt('2026-06-10T00:00:00')).toEqual(NOTHING);
    const resumed = { suspendedAt: null, suspendedFrom: null, reason: null };
    await prisma.competition.update({ where: { id }, data: { status: 'RUNNING', ...resumed } });
    expect(await tickAt('2026-06-11T00:00:00')).toEqual([1, 0, 1, 0, 1]);
    expect(await summariesOf(id)).toEqual([
      [1, 'DUE', '2026-04-10'],
      [2, 'DUE', '2026-06-22'],
    ]);
  });
});

test('an entry that competes only later has its summaries opened by the next tick', async () => {
  const { id } = await competition(0);
  expect(await tickAt('2026-04-05T00:00:00')).toEqual([2, 0, 0, 0, 0]);
  await app.entry({ competitionId: id, status: 'ACTIVE', isDemo: true });
  await app.entry({ competitionId: id, status: 'APPROVED' });
  expect(await tickAt('2026-04-06T00:00:00')).toEqual([0, 1, 1, 0, 0]);
  expect(await summariesOf(id)).toEqual([[2, 'DUE', '2026-06-22']]);
  expect(
    (await prisma.stageSummary.findFirstOrThrow({ where: { entry: { competitionId: id } } })).isDemo,
  ).toBe(true);
});

test('the last day does not move with the stage, the calendar or the time', async () => {
  const { id, stages } = await competition();
  await tickAt('2026-04-01T00:00:00');
  await prisma.stage.update({ where: { id: stages[1].id }, data: { summaryDueOn: day('2026-09-01') } });
  await prisma.calendarDay.create({
    data: { date: day('2026-06-22'), isWorkingDay: false, name: '示例', source: '示例' },
  });
  for (const time of ['2026-06-17T09:00:00', '2026-06-24T09:00:00', '2027-01-01T00:00:00'])
    await tickAt(time);
  await prisma.calendarDay.delete({ where: { date: day('2026-06-22') } });
  expect(await summariesOf(id)).toEqual([[2, 'DUE', '2026-06-22']]);
});

test('450 entries are done in parts, and all of them', async () => {
  const { id } = await competition(0);
  const like = await app.entry({ competitionId: id, status: 'ACTIVE' });
  const { id: _, entryNo: __, ...row } = like;
  await prisma.entry.createMany({
    data: Array.from({ length: 449 }, (_, n) => ({
      ...row,
      ...{ entryNo: `示例批量${n}`, projectId: null, teamName: `示例班组${n}` },
    })),
  });
  expect(await tickAt('2026-04-01T00:00:00')).toEqual([2, 450, 450, 0, 0]);
  expect(await tickAt('2026-06-23T00:00:00')).toEqual([0, 0, 0, 0, 450]);
});
