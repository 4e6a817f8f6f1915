import type { ObjectionOutcome } from '../../../generated/prisma/client.ts';
import { userIdOf } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import type { Row } from '../../../platform/models.ts';
import { ConflictOfInterestError } from '../../../platform/refusals.ts';
import { REQUIRED_TEXT, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { isInterested } from '../../scoring/reads.ts';
import { OBJECTION } from '../rules.ts';
import { upheld } from './followers.ts';
import { checkOffice, heldCompetition } from './office.ts';

export interface Handling {
  readonly id: string;
  readonly version: number;
  readonly finding: string;
  readonly outcome: ObjectionOutcome;
}

/** Says what was found and whether the objection is right; a candidate against whom it is loses the place at once. */
export function handleObjection(call: Call, { id, version, ...words }: Handling): Promise<Row<'Objection'>> {
  return inTransaction(call, async (tx) => {
    const { noticeId } = await seen(tx, 'Objection', id);
    const { competitionId } = await tx.db.prisma.publicNotice.findUniqueOrThrow({ where: { id: noticeId } });
    const { regionId } = await heldCompetition(tx, competitionId);
    const before = await seen(tx, 'Objection', id);
    const as = checkOffice(tx, { regionId });
    if (await isOwn(tx, before)) throw new ConflictOfInterestError();
    checkStep(OBJECTION, 'HANDLE', before, { version });
    const { finding } = textsOf(words, { finding: REQUIRED_TEXT });
    const closedAt = latest(tx.now(), before.receivedAt);
    const after = await act(tx, {
      ...{ type: 'Objection', object: 'objection', workflow: OBJECTION, action: 'HANDLE' },
      ...{ before, as, place: { regionId }, data: { finding, outcome: words.outcome, closedAt } },
    } as const);
    if (after.outcome === 'UPHELD' && after.candidateId !== null) await upheld(tx, after, as);
    return after;
  });
}

/** Whether the actor raised it, or belongs to those whom it is about. */
export async function isOwn(
  call: Call,
  { raiserId, candidateId }: Pick<Row<'Objection'>, 'raiserId' | 'candidateId'>,
): Promise<boolean> {
  if (userIdOf(call.actor) === raiserId) return true;
  if (candidateId === null) return false;
  const { entryId } = await call.db.prisma.shortlistCandidate.findUniqueOrThrow({
    where: { id: candidateId },
  });
  const own = call.actor.roles.flatMap(({ organizationId }) => organizationId ?? []);
  return own.length > 0 && isInterested(call, entryId, own);
}
