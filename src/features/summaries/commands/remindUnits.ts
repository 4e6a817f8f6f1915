import type { Call } from '../../../platform/call.ts';
import { recordChange } from '../../../platform/changes.ts';
import { dayAt, plusDays } from '../../../platform/days.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { exceptionsAround } from '../../calendar/reads.ts';
import { addWorkingDays } from '../../calendar/rules.ts';
import { AT_ONCE, GOING, OWED, REMINDED_BEFORE } from '../rules.ts';

/** A reminder that units are given once of each summary, and of which. */
interface Reminder {
  readonly given: 'remindedAt' | 'overdueAt';
  readonly action: string;
  /** The range of their last days. */
  readonly dueOn: (call: Call) => Promise<{ readonly from?: Date; readonly to: Date }>;
}

const FALLING_DUE: Reminder = {
  given: 'remindedAt',
  action: 'summaryRemind',
  dueOn: async (call) => {
    const today = dayAt(call.now());
    return { from: today, to: addWorkingDays(today, REMINDED_BEFORE, await exceptionsAround(call, today)) };
  },
};
const OVERDUE: Reminder = {
  given: 'overdueAt',
  action: 'summaryFallOverdue',
  dueOn: async ({ now }) => ({ to: plusDays(dayAt(now()), -1) }),
};

/** Summaries that fall due within three working days, some of them. */
export const fallingDue = (call: Call) => waiting(call, FALLING_DUE);
/** Summaries that are overdue, some of them. */
export const overdue = (call: Call) => waiting(call, OVERDUE);

/** Reminds units of summaries that fall due, some at once; gives their number. */
export const remindUnits = (call: Call) => inTransaction(call, (tx) => give(tx, FALLING_DUE));
/** Tells units that summaries are overdue, some at once; gives their number. */
export const tellOverdue = (call: Call) => inTransaction(call, (tx) => give(tx, OVERDUE));

async function waiting(call: Call, { given, dueOn }: Reminder) {
  const { from, to } = await dueOn(call);
  const column = given === 'remindedAt' ? 'm.reminded_at' : 'm.overdue_at';
  const query = call.db
    .kysely(call.signal)
    .selectFrom('stage_summary as m')
    .innerJoin('stage as s', 's.id', 'm.stage_id')
    .innerJoin('competition as c', 'c.id', 's.competition_id')
    .where('m.status', 'in', OWED)
    .where('m.due_on', '<=', to)
    .$if(from !== undefined, (query) => query.where('m.due_on', '>=', from!))
    .where(column, 'is', null)
    .where('c.status', 'in', GOING)
    .select('m.id')
    .limit(AT_ONCE);
  return { query };
}

/**
 * A reminder is a change for those who follow changes. It is none of what anybody writes, and so leaves the
 * version: nobody's work is refused because of it.
 */
async function give(tx: Call, reminder: Reminder): Promise<number> {
  const { given, action } = reminder;
  const { query } = await waiting(tx, reminder);
  const ready = await query.forUpdate('m').skipLocked().execute();
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
