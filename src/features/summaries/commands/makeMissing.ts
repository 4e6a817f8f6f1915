import type { Call } from '../../../platform/call.ts';
import { dayAt } from '../../../platform/days.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { AT_ONCE } from '../rules.ts';
import { makeSummaries } from './makeSummaries.ts';

/** Entries that compete and lack a summary of a stage, some of them. */
export function entriesLacking({ db, now, signal }: Call) {
  return db
    .kysely(signal)
    .selectFrom('competition as c')
    .innerJoin('stage as s', 's.competition_id', 'c.id')
    .innerJoin('entry as e', 'e.competition_id', 'c.id')
    .where('c.status', '=', 'RUNNING')
    .where('s.ends_on', '>=', dayAt(now()))
    .where('e.status', '=', 'ACTIVE')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('stage_summary as m')
            .whereRef('m.entry_id', '=', 'e.id')
            .whereRef('m.stage_id', '=', 's.id')
            .select('m.id'),
        ),
      ),
    )
    .select('e.id')
    .limit(AT_ONCE);
}

/** Makes what they lack. */
export function makeMissing(call: Call): Promise<number> {
  return inTransaction(call, async (tx) => {
    const lacking = await entriesLacking(tx).execute();
    const ids = [...new Set(lacking.map(({ id }) => id))];
    if (ids.length === 0) return 0;
    return makeSummaries(tx, await tx.db.prisma.entry.findMany({ where: { id: { in: ids } } }));
  });
}
