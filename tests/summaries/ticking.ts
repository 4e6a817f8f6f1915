import { beforeEach } from 'vitest';
import { readData } from '../../prisma/seed/data.ts';
import { summaryJobs } from '../../src/features/summaries/worker.ts';
import { PROGRAM } from '../../src/platform/actor.ts';
import { runJob } from '../../src/platform/tick.ts';
import { startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';

export const day = (text: string) => new Date(text);
const told = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

export const NOTHING = [0, 0, 0, 0, 0];

/** A database with the calendar, in which time does what the tick does at given times. */
export async function startTicking() {
  const app = await startSharedApp('empty');
  const { prisma } = app.db;
  await prisma.calendarDay.createMany({
    data: readData('prisma/data').calendar.map(({ date, ...row }) => ({ ...row, date: new Date(date) })),
  });
  const { id: regionId } = await app.region();
  const canceled = { status: 'CANCELLED', cancelledAt: day('2026-06-01'), reason: '示例' } as const;
  // What a test leaves running is no matter of the next one.
  beforeEach(async () => {
    await prisma.competition.updateMany({ where: { status: 'RUNNING' }, data: canceled });
  });

  return {
    app,
    /** Does all jobs as at this time in China; gives what each of them did. */
    async tickAt(china: string): Promise<number[]> {
      const call = callOf(app, PROGRAM, () => new Date(`${china}+08:00`));
      const done: number[] = [];
      for (const job of summaryJobs) done.push(await runJob(call, job));
      return done;
    },
    /** A running competition with two stages in 2026, the second of them due on a Friday of the Dragon Boat Festival. */
    async competition(entries = 1, data: object = {}) {
      const { id } = await app.competition({ status: 'RUNNING', regionId, ...data });
      const stage = (startsOn: string, endsOn: string, dueOn: string) =>
        app.stage({
          ...{ competitionId: id, startsOn: day(startsOn), endsOn: day(endsOn), summaryDueOn: day(dueOn) },
        });
      const stages = [
        await stage('2026-01-01', '2026-03-31', '2026-04-10'),
        await stage('2026-04-01', '2026-06-15', '2026-06-19'),
      ] as const;
      for (let n = 0; n < entries; n++) await app.entry({ competitionId: id, status: 'ACTIVE' });
      return { id, stages };
    },
    async summariesOf(competitionId: string) {
      const rows = await prisma.stageSummary.findMany({
        where: { entry: { competitionId } },
        include: { stage: { select: { ordinal: true } } },
        orderBy: [{ stage: { ordinal: 'asc' } }, { id: 'asc' }],
      });
      return rows.map(({ stage, status, dueOn }) => [stage.ordinal, status, told(dueOn)]);
    },
  };
}
