import type { Call } from '../../../platform/call.ts';
import { recordChange, recordSteps } from '../../../platform/changes.ts';
import { entry } from '../../../platform/loaders.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { exceptionsAround } from '../../calendar/reads.ts';
import { nextWorkingDay } from '../../calendar/rules.ts';
import { AT_ONCE, SUMMARY_WORKFLOW } from '../rules.ts';

type Summary = Row<'StageSummary'> & { readonly stage: Pick<Row<'Stage'>, 'summaryDueOn'> };

/**
 * Asks for summaries whose stage has opened, some at once; gives their number. The last day is fixed here: the
 * stage's own, or the next working day. No later change of the stage or of the calendar moves it.
 */
export function openSummaries(call: Call): Promise<number> {
  return inTransaction(call, async (tx) => {
    let opened = 0;
    for (const [dueOn, summaries] of await waiting(tx)) opened += await open(tx, new Date(dueOn), summaries);
    return opened;
  });
}

/** Summaries whose stage has opened, some of them. */
export function summariesToOpen({ db, signal }: Call) {
  return db
    .kysely(signal)
    .selectFrom('stage_summary as m')
    .innerJoin('stage as s', 's.id', 'm.stage_id')
    .innerJoin('competition as c', 'c.id', 's.competition_id')
    .where('m.status', '=', 'NOT_DUE')
    .where('s.opened_at', 'is not', null)
    .where('c.status', '=', 'RUNNING')
    .select('m.id')
    .limit(AT_ONCE);
}

/** Summaries that wait to be opened, by the time of their last day. */
async function waiting(tx: Call): Promise<Map<number, Summary[]>> {
  const ready = await summariesToOpen(tx).forUpdate('m').skipLocked().execute();
  const groups = new Map<number, Summary[]>();
  if (ready.length === 0) return groups;
  const summaries = await tx.db.prisma.stageSummary.findMany({
    where: { id: { in: ready.map(({ id }) => id) } },
    include: { stage: { select: { summaryDueOn: true } } },
  });
  const days = summaries.map(({ stage }) => stage.summaryDueOn.getTime());
  const [first, last] = [new Date(Math.min(...days)), new Date(Math.max(...days))];
  const exceptions = await exceptionsAround(tx, first, last);
  for (const summary of summaries) {
    const dueOn = nextWorkingDay(summary.stage.summaryDueOn, exceptions);
    entry(groups, dueOn.getTime(), () => []).push(summary);
  }
  return groups;
}

async function open(tx: Call, dueOn: Date, summaries: readonly Summary[]): Promise<number> {
  const type = 'StageSummary' as const;
  const { to } = SUMMARY_WORKFLOW.OPEN;
  const rows = await tx.db.prisma.stageSummary.updateManyAndReturn({
    where: { id: { in: summaries.map(({ id }) => id) } },
    data: { status: to, dueOn, updatedAt: tx.now(), version: { increment: 1 } },
  });
  await recordSteps(
    tx,
    rows.map((row) => ({ type, id: row.id, action: 'OPEN', from: 'NOT_DUE', to, place: row })),
  );
  const before = new Map(summaries.map(({ stage: _, ...row }) => [row.id, row]));
  for (const after of rows) {
    recordChange(tx, { type, action: 'summaryOpen', before: before.get(after.id)!, after });
  }
  return rows.length;
}
