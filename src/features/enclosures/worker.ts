import type { Call } from '../../platform/call.ts';
import type { Files } from '../../platform/files.ts';
import { hold } from '../../platform/holding.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { PATIENCE } from './rules.ts';

/** Contents that are looked at in one go: the next one goes on. */
const MOST = 100;

/** Removes what was sent in more than a day ago and is enclosed with nothing; gives the number of what is gone. */
export async function sweepEnclosures(call: Call, files: Files): Promise<number> {
  const before = new Date(call.now().getTime() - PATIENCE);
  const loose = { entryId: null, summaryId: null, createdAt: { lt: before } };
  const found = await call.db.prisma.enclosure.findMany({
    where: loose,
    distinct: ['sha256'],
    select: { sha256: true },
    orderBy: { createdAt: 'asc' },
    take: MOST,
  });
  let gone = 0;
  for (const { sha256 } of found) {
    gone += await inTransaction(call, async (tx) => {
      await hold(tx, 'CONTENT', sha256);
      const { enclosure } = tx.db.prisma;
      const { count } = await enclosure.deleteMany({ where: { ...loose, sha256 } });
      // Others may have sent in the same.
      if ((await enclosure.count({ where: { sha256 } })) === 0) await files.remove(sha256);
      return count;
    });
  }
  await files.sweep(before);
  return gone;
}
