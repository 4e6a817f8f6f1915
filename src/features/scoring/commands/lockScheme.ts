import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import { holdRow } from '../../../platform/holding.ts';
import { act } from '../../../platform/writes.ts';
import type { Scheme } from '../reads.ts';
import { NoSchemeError, SCHEME } from '../rules.ts';
import { placeOfScheme } from './mayScheme.ts';

/** With the first score a scheme is locked. Of two first ones at once, the second one waits and finds it locked. */
export async function lockScheme(tx: Call, { id, status }: Scheme, as: HeldRole): Promise<void> {
  if (status === 'LOCKED') return;
  await holdRow(tx, 'ScoringScheme', id, 'IN_TURN');
  const before = await tx.db.prisma.scoringScheme.findUniqueOrThrow({ where: { id } });
  if (before.status === 'LOCKED') return;
  if (before.status !== 'ACTIVE') throw new NoSchemeError();
  const place = await placeOfScheme(tx, before.competitionId);
  const what = { type: 'ScoringScheme', before, object: 'scheme', workflow: SCHEME, place, as } as const;
  await act(tx, { ...what, action: 'LOCK', data: { lockedAt: latest(tx.now(), before.openedAt) } });
}
