import type { Call } from '../../src/platform/call.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { embeddedIn } from '../../src/platform/embedded.ts';
import { type Outcome, once } from '../../src/platform/idempotency.ts';
import { inTransaction } from '../../src/platform/transaction.ts';

const subject = { kind: 'PARTNER', subject: 'once', id: 'once', name: 'once' } as const;

/** What a partner does under keys in the folder's database: each thing done makes an organization by the name of its key. */
export async function openOnce(folder: string) {
  const db = openDatabase(await embeddedIn(folder));
  const { id: regionId } = await db.prisma.region.findFirstOrThrow({ where: { level: 'COUNTRY' } });
  const call: Call = { db, now: () => new Date(), actor: { key: 'once', subject, roles: [], scopes: [] } };
  return {
    db,
    /** Gives what came of it, and whether it was done now. */
    async do(key: string): Promise<{ outcome: Outcome; isNew: boolean }> {
      let isNew = false;
      const outcome = await inTransaction(call, (tx) =>
        once(tx, { mutation: 'once', key, input: { key } }, async () => {
          isNew = true;
          const data = { name: key, type: 'OTHER', shortName: 'once', regionId } as const;
          return { organization: (await tx.db.prisma.organization.create({ data })).id };
        }),
      );
      return { outcome, isNew };
    },
    made: () => db.prisma.organization.findMany({ where: { shortName: 'once' } }),
  };
}
