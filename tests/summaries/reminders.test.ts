import { describe, expect, test } from 'vitest';
import { day, NOTHING, startTicking } from './ticking.ts';

const { app, tickAt, competition, summariesOf } = await startTicking();
const { prisma } = app.db;

describe('units are told once', () => {
  const actions = async (competitionId: string) => {
    const rows = await prisma.stageSummary.findMany({ where: { entry: { competitionId } } });
    const changes = await prisma.changeEvent.findMany({
      where: {
        entityId: { in: rows.map(({ id }) => id) },
        action: { in: ['summaryRemind', 'summaryFallOverdue'] },
      },
      orderBy: { seq: 'asc' },
    });
    return changes.map(({ action, at }) => [action, at.toISOString()]);
  };

  test('three working days before, and when it is overdue', async () => {
    const { id } = await competition();
    await tickAt('2026-04-01T00:00:00');
    // Due on Monday, 22 June: before it are the 18th, the 17th and, as the third, the 16th.
    expect(await tickAt('2026-06-15T23:59:59')).toEqual(NOTHING);
    expect(await tickAt('2026-06-16T00:00:00')).toEqual([0, 0, 0, 1, 0]);
    expect(await tickAt('2026-06-17T00:00:00')).toEqual(NOTHING);
    expect(await tickAt('2026-06-22T23:59:59.999')).toEqual(NOTHING);
    expect(await tickAt('2026-06-23T00:00:00')).toEqual([0, 0, 0, 0, 1]);
    expect(await tickAt('2026-06-24T00:00:00')).toEqual(NOTHING);
    expect(await actions(id)).toEqual([
      ['summaryRemind', '2026-06-15T16:00:00.000Z'],
      ['summaryFallOverdue', '2026-06-22T16:00:00.000Z'],
    ]);
    const [row] = await prisma.stageSummary.findMany({ where: { entry: { competitionId: id } } });
    expect(row).toMatchObject({ version: 2, remindedAt: expect.any(Date), overdueAt: expect.any(Date) });
  });

  test('and not of what was handed in, accepted or waived', async () => {
    const { id, stages } = await competition(0);
    for (const status of ['SUBMITTED', 'ACCEPTED', 'WAIVED', 'RETURNED', 'DRAFT'] as const) {
      const { id: entryId } = await app.entry({ competitionId: id, status: 'CONCLUDED' });
      await app.stageSummary({ entryId, stageId: stages[1].id, status, dueOn: day('2026-06-22') });
    }
    expect(await tickAt('2026-06-18T00:00:00')).toEqual([2, 0, 0, 2, 0]);
    expect(await tickAt('2026-06-25T00:00:00')).toEqual([0, 0, 0, 0, 2]);
  });

  test('while the clock jumps an hour ahead and back, and over a month in which nothing ran', async () => {
    const { id } = await competition(3);
    const hours = [
      '2026-03-31T23:30:00',
      '2026-04-01T00:30:00',
      '2026-03-31T23:45:00',
      '2026-04-01T00:15:00',
    ];
    for (const time of hours) await tickAt(time);
    expect(await summariesOf(id)).toEqual(
      [1, 1, 1, 2, 2, 2].map((n) => [n, 'DUE', ['2026-04-10', '2026-06-22'][n - 1]]),
    );
    expect(await actions(id)).toEqual([]);
    // Neither the reminder nor the day itself was seen: it is overdue, and that is all there is to tell.
    expect(await tickAt('2026-05-01T00:30:00')).toEqual([0, 0, 0, 0, 3]);
    for (const time of ['2026-04-30T23:30:00', '2026-05-01T00:31:00'])
      expect(await tickAt(time)).toEqual(NOTHING);
    const opened = await prisma.workflowEvent.groupBy({
      by: ['subjectId', 'action'],
      where: { subjectType: 'StageSummary', action: 'OPEN' },
      _count: true,
    });
    expect(opened.filter(({ _count }) => _count !== 1)).toEqual([]);
  });
});
