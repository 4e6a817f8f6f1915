import type { EntryStatus } from '../../../generated/prisma/client.ts';
import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange, recordSteps } from '../../../platform/changes.ts';
import { latest } from '../../../platform/days.ts';
import { mutationOf } from '../../../platform/workflow.ts';
import { activated } from './activation.ts';

interface Following {
  readonly competitionId: string;
  readonly action: 'ACTIVATE' | 'CONCLUDE';
  readonly from: EntryStatus;
  readonly to: EntryStatus;
  /** When they are closed by it, if they are. */
  readonly closedAt?: Date;
  readonly as: HeldRole;
}

/** Takes all entries of a competition that are in one state along with it, with a step and a change each. */
export async function follow(tx: Call, following: Following): Promise<void> {
  const { competitionId, action, from, to, closedAt, as } = following;
  const { db, signal } = tx;
  // Held, so that what is noted of each is what it was.
  const held = await db
    .kysely(signal)
    .selectFrom('entry')
    .where('competition_id', '=', competitionId)
    .where('status', '=', from)
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute();
  if (held.length === 0) return;
  const where = { competitionId, status: from };
  const before = await db.prisma.entry.findMany({ where, orderBy: { id: 'asc' } });
  const data = {
    status: to,
    closedAt: closing(closedAt, before),
    version: { increment: 1 },
    updatedAt: tx.now(),
  };
  const rows = await db.prisma.entry.updateManyAndReturn({ where, data });
  const after = new Map(rows.map((row) => [row.id, row]));
  await recordSteps(
    tx,
    before.map(({ id, regionId, applicantId }) => ({
      type: 'Entry',
      id,
      action,
      from,
      to,
      place: { regionId, organizationId: applicantId },
      as,
    })),
  );
  for (const row of before) {
    recordChange(tx, {
      type: 'Entry',
      action: mutationOf('entry', action),
      before: row,
      after: after.get(row.id)!,
      as,
    });
  }
  if (action === 'ACTIVATE') await activated(tx, rows);
}

/** None is closed before it was approved, even where the clock was set back. */
function closing(
  closedAt: Date | undefined,
  entries: readonly { approvedAt: Date | null }[],
): Date | undefined {
  return closedAt && latest(closedAt, ...entries.map(({ approvedAt }) => approvedAt));
}
