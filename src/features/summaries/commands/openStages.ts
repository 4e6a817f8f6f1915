import type { Call } from '../../../platform/call.ts';
import { recordChange } from '../../../platform/changes.ts';
import { dayAt } from '../../../platform/days.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { AT_ONCE } from '../rules.ts';

/** Stages of running competitions whose first day has begun, some of them. */
export function stagesToOpen({ db, now, signal }: Call) {
  return db
    .kysely(signal)
    .selectFrom('stage as s')
    .innerJoin('competition as c', 'c.id', 's.competition_id')
    .where('c.status', '=', 'RUNNING')
    .where('s.opened_at', 'is', null)
    .where('s.starts_on', '<=', dayAt(now()))
    .select('s.id')
    .limit(AT_ONCE);
}

/** Opens some of them at once; gives their number. */
export function openStages(call: Call): Promise<number> {
  return inTransaction(call, async (tx) => {
    const now = tx.now();
    const ready = await stagesToOpen(tx).forUpdate('s').skipLocked().execute();
    if (ready.length === 0) return 0;
    const where = { id: { in: ready.map(({ id }) => id) } };
    const before = new Map((await tx.db.prisma.stage.findMany({ where })).map((stage) => [stage.id, stage]));
    const rows = await tx.db.prisma.stage.updateManyAndReturn({
      where,
      data: { openedAt: now, updatedAt: now, version: { increment: 1 } },
    });
    for (const after of rows) {
      recordChange(tx, { type: 'Stage', action: 'stageOpen', before: before.get(after.id)!, after });
    }
    return rows.length;
  });
}
