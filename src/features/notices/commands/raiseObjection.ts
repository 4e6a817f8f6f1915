import { Role } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { endOf, isPast } from '../../../platform/days.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { DeadlineError, ForbiddenError, NotFoundError, StateError } from '../../../platform/refusals.ts';
import { LABEL, NAME, REQUIRED_TEXT, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { heldCompetition } from './office.ts';

export interface NewObjection {
  readonly noticeId: string;
  /** None where it is about the notice in general. */
  readonly candidateId?: string | null | undefined;
  readonly text: string;
  readonly objectorName: string;
  readonly contact?: string | null | undefined;
}

const TEXTS = { text: REQUIRED_TEXT, objectorName: NAME, contact: LABEL };
/** Everybody but systems. */
const PEOPLE = Object.values(Role).filter((role) => role !== 'PARTNER');

/** Objects to a notice while it is open; whoever has signed in may, with a role or without. */
export function raiseObjection(call: Call, input: NewObjection): Promise<Row<'Objection'>> {
  const { noticeId, candidateId = null } = input;
  return inTransaction(call, async (tx) => {
    const { competitionId } = await seen(tx, 'PublicNotice', noticeId, ['notice']);
    await heldCompetition(tx, competitionId);
    const notice = await seen(tx, 'PublicNotice', noticeId, ['notice']);
    const raiserId = await accountOf(tx);
    if (candidateId !== null) {
      const { shortlistId } = await seen(tx, 'ShortlistCandidate', candidateId, ['candidate']);
      if (shortlistId !== notice.shortlistId) throw new NotFoundError('ShortlistCandidate', ['candidate']);
    }
    const texts = textsOf(input, TEXTS);
    const { status, closesOn, isDemo } = notice;
    if (status !== 'OPEN') throw new StateError(status, 'OBJECTION_RAISE', [], ['notice']);
    if (isPast(closesOn, tx.now())) {
      throw new DeadlineError('Its last day is over.', '公示期已届满。', endOf(closesOn), ['notice']);
    }
    return make(tx, {
      type: 'Objection',
      action: 'objectionRaise',
      as: tx.actor.roles[0],
      data: { ...texts, noticeId, candidateId, raiserId, isDemo, receivedAt: tx.now() },
      // Nowhere, so that who raised it is told to nobody by its steps.
      step: { action: 'RAISE', to: 'OPEN' },
    });
  });
}

/** The record of whoever asks; made for those who never had a role. @throws {ForbiddenError} for a system */
async function accountOf({ actor: { subject }, db, now }: Call): Promise<string> {
  if (subject?.kind !== 'USER') throw new ForbiddenError(PEOPLE);
  if (subject.id) return subject.id;
  const made = { createdAt: now(), updatedAt: now() };
  await db.prisma.user.createMany({
    data: [{ subject: subject.subject, name: subject.name, ...made }],
    skipDuplicates: true,
  });
  const { id } = await db.prisma.user.findUniqueOrThrow({ where: { subject: subject.subject } });
  return id;
}
