import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange, recordRemoval } from '../../../platform/changes.ts';

interface Hosting {
  readonly competitionId: string;
  readonly hostIds: readonly string[];
  /** As the mutation calls it. */
  readonly action: string;
  readonly as: HeldRole;
}

/** Writes who holds a competition, in this order, in place of whoever did. */
export async function writeHosts(tx: Call, { competitionId, hostIds, action, as }: Hosting): Promise<void> {
  const { competitionHost } = tx.db.prisma;
  const former = await competitionHost.findMany({ where: { competitionId }, orderBy: { ordinal: 'asc' } });
  await competitionHost.deleteMany({ where: { competitionId } });
  const data = hostIds.map((organizationId, n) => ({ competitionId, organizationId, ordinal: n + 1 }));
  const rows = data.length > 0 ? await competitionHost.createManyAndReturn({ data }) : [];
  const what = { type: 'CompetitionHost', action, as } as const;
  for (const before of former) recordRemoval(tx, { ...what, before });
  for (const after of rows) recordChange(tx, { ...what, after });
}
