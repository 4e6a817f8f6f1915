import type { Call } from './call.ts';
import { writeChanges } from './changes.ts';
import { retried } from './databaseErrors.ts';

/**
 * Does a command's work as a whole or not at all. The work gets a call of its own, whose `db` is the
 * transaction: all that is read through it sees what was written through it. It may run more than once,
 * where others changed the same at the same time. Inside of another command it is part of that one.
 */
export function inTransaction<Result>(call: Call, work: (call: Call) => Promise<Result>): Promise<Result> {
  if (call.db.isTransaction) return work(call);
  return retried(
    () =>
      call.db.transaction(async (db) => {
        const within = { ...call, db };
        const result = await work(within);
        await writeChanges(within);
        return result;
      }),
    call.signal,
  );
}
