import type { Call } from '../../../platform/call.ts';
import { recordChange } from '../../../platform/changes.ts';
import { hold } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { MOST_LOOSE, TooManyFilesError } from '../rules.ts';

export interface NewEnclosure {
  readonly uploaderId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** Keeps what was sent in: its content, which `store` gives its name, and a record of it. */
export function keepEnclosure(
  call: Call,
  enclosure: NewEnclosure,
  store: () => Promise<void>,
): Promise<Row<'Enclosure'>> {
  return inTransaction(call, async (tx) => {
    const { prisma } = tx.db;
    const loose = { uploaderId: enclosure.uploaderId, entryId: null, summaryId: null };
    if ((await prisma.enclosure.count({ where: loose })) >= MOST_LOOSE) throw new TooManyFilesError();
    await hold(tx, 'CONTENT', enclosure.sha256);
    await store();
    const after = await prisma.enclosure.create({ data: { ...enclosure, createdAt: tx.now() } });
    recordChange(tx, { type: 'Enclosure', action: 'fileSend', after });
    return after;
  });
}
