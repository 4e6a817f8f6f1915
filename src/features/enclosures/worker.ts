import type { Call } from '../../platform/call.ts';
import type { Files } from '../../platform/files.ts';
import { hold } from '../../platform/holding.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { PATIENCE } from './rules.ts';

/** Contents that are looked at in one go: the next one goes on. */
const MOST = 100;

/** What was sent in more than a day ago and is enclosed with nothing, content by content, the oldest first, some of it. */
function looseContents({ db, now, signal }: Call) {
  return db
    .kysely(signal)
    .selectFrom('enclosure as e')
    .where('e.entry_id', 'is', null)
    .where('e.summary_id', 'is', null)
    .where('e.created_at', '<', longAgo(now()))
    .groupBy('e.sha256')
    .orderBy(({ fn }) => fn.min('e.created_at'))
    .select('e.sha256')
    .limit(MOST);
}

/** Removes from this server's folder what was never taken in whole, and gives whether enclosures are to be removed too. */
export async function sweepFolder(call: Call, files: Files): Promise<boolean> {
  await files.sweep(longAgo(call.now()));
  return (await looseContents(call).limit(1).execute()).length > 0;
}

/** Removes enclosures that are loose for more than a day, with their contents; gives their number. */
export async function sweepEnclosures(call: Call, files: Files): Promise<number> {
  const loose = { entryId: null, summaryId: null, createdAt: { lt: longAgo(call.now()) } };
  let gone = 0;
  for (const { sha256 } of await looseContents(call).execute()) {
    gone += await inTransaction(call, async (tx) => {
      await hold(tx, 'CONTENT', sha256);
      const { enclosure } = tx.db.prisma;
      const { count } = await enclosure.deleteMany({ where: { ...loose, sha256 } });
      // Others may have sent in the same.
      if ((await enclosure.count({ where: { sha256 } })) === 0) await files.remove(sha256);
      return count;
    });
  }
  return gone;
}

function longAgo(now: Date): Date {
  return new Date(now.getTime() - PATIENCE);
}
