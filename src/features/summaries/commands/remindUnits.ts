import type { Call } from '../../../platform/call.ts';
import { recordChange } from '../../../platform/changes.ts';
import { dayAt, plusDays } from '../../../platform/days.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { exceptionsAround } from '../../calendar/reads.ts';
import { addWorkingDays } from '../../calendar/rules.ts';
import { AT_ONCE, GOING, OWED, REMINDED_BEFORE } from '../rules.ts';

interface Reminder {
  /** When it was given: once, and never again. */
  readonly given: 'remindedAt' | 'overdueAt';
  readonly action: string;
  /** Of summaries with their last day in this range. */
  readonly dueOn: { readonly gte?: Date; readonly lte: Date };
}

/** Reminds units of summaries that fall due within three working days, some at once; gives their number. */
export function remindUnits(call: Call): Promise<number> {
  return inTransaction(call, async (tx) => {
    const today = dayAt(tx.now());
    const last = addWorkingDays(today, REMINDED_BEFORE, await exceptionsAround(tx, today));
    return give(tx, { given: 'remindedAt', action: 'summaryRemind', dueOn: { gte: today, lte: last } });
  });
}

/** Tells units that summaries are overdue, some at once; gives their number. */
export function tellOverdue(call: Call): Promise<number> {
  return inTransaction(call, (tx) => {
    const yesterday = plusDays(dayAt(tx.now()), -1);
    return give(tx, { given: 'overdueAt', action: 'summaryFallOverdue', dueOn: { lte: yesterday } });
  });
}

/**
 * A reminder is a change for those who follow changes. It is none of what anybody writes, and so leaves the
 * version: nobody's work is refused because of it.
 */
async function give(tx: Call, { given, action, dueOn }: Reminder): Promise<number> {
  const column = given === 'remindedAt' ? 'm.reminded_at' : 'm.overdue_at';
  const ready = await tx.db
    .kysely(tx.signal)
    .selectFrom('stage_summary as m')
    .innerJoin('stage as s', 's.id', 'm.stage_id')
    .innerJoin('competition as c', 'c.id', 's.competition_id')
    .where('m.status', 'in', OWED)
    .where('m.due_on', '<=', dueOn.lte)
    .$if(dueOn.gte !== undefined, (query) => query.where('m.due_on', '>=', dueOn.gte!))
    .where(column, 'is', null)
    .where('c.status', 'in', GOING)
    .select('m.id')
    .limit(AT_ONCE)
    .forUpdate('m')
    .skipLocked()
    .execute();
  if (ready.length === 0) return 0;
  const where = { id: { in: ready.map(({ id }) => id) } };
  const { stageSummary } = tx.db.prisma;
  const before = new Map((await stageSummary.findMany({ where })).map((row) => [row.id, row]));
  const now = tx.now();
  const rows = await stageSummary.updateManyAndReturn({ where, data: { [given]: now, updatedAt: now } });
  for (const after of rows) {
    recordChange(tx, { type: 'StageSummary', action, before: before.get(after.id)!, after });
  }
  return rows.length;
}
