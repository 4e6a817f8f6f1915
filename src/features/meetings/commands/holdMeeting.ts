import { v7 as newId } from 'uuid';
import type { Presence } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { dayAt } from '../../../platform/days.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { LABEL, LONG_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, seen } from '../../../platform/writes.ts';
import { MOST_ATTENDANCES, NoSeatError } from '../rules.ts';
import { meetingStep, readyMeeting, type Selected } from './ready.ts';

export interface Attending {
  readonly organizationId: string;
  readonly personId?: string | null | undefined;
  readonly presence: Presence;
  readonly note?: string | null | undefined;
}

export interface MeetingHeld extends Omit<Selected, 'opinion'> {
  /** As it was planned, unless given. */
  readonly heldAt?: Date | null | undefined;
  readonly minutes?: string | null | undefined;
  readonly attendances: readonly Attending[];
}

/** Records that a meeting is held, and who is there. */
export function holdMeeting(call: Call, input: MeetingHeld): Promise<Row<'CommitteeMeeting'>> {
  return inTransaction(call, async (tx) => {
    const ready = await readyMeeting(tx, 'HOLD', input);
    const heldAt = input.heldAt ?? ready.before.heldAt;
    if (heldAt > tx.now()) {
      throw new InvalidError('It is still to come.', '会议时间尚未到来。', ['heldAt']);
    }
    const minutes = textOf(input.minutes, LONG_TEXT, ['minutes']);
    const attendances = await checked(tx, ready.before, heldAt, input.attendances);
    // First: whoever does the same at the same time waits here, and is told of the other version.
    const after = await act(tx, { ...meetingStep(ready, 'HOLD'), data: { heldAt, minutes } });
    await tx.db.prisma.meetingAttendance.createMany({
      data: attendances.map((each, n) => ({
        ...each,
        ...{ id: newId(), meetingId: after.id, ordinal: n + 1, createdAt: tx.now() },
      })),
    });
    return after;
  });
}

/** @throws {InvalidError | NotFoundError | NoSeatError} */
async function checked(
  tx: Call,
  { committeeId, isDemo }: Row<'CommitteeMeeting'>,
  heldAt: Date,
  given: readonly Attending[],
) {
  const size = given.length;
  if (size < 1 || size > MOST_ATTENDANCES) {
    const message = `Expected 1 to ${MOST_ATTENDANCES} of them, not ${size}.`;
    throw new InvalidError(message, `参会名单须为 1 至 ${MOST_ATTENDANCES} 条,现有 ${size} 条。`, [
      'attendances',
    ]);
  }
  const day = dayAt(heldAt);
  const seats = await tx.db.prisma.committeeMember.findMany({
    where: {
      committeeId,
      AND: [
        { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
        { OR: [{ validTo: null }, { validTo: { gt: day } }] },
      ],
    },
  });
  const seated = new Set(seats.map(({ organizationId }) => organizationId));
  const keys = new Set<string>();
  const all = [];
  for (const [n, { organizationId, personId = null, presence, note }] of given.entries()) {
    const at = ['attendances', String(n)];
    const organization = await seen(tx, 'Organization', organizationId, [...at, 'organization']);
    const person = personId ? await seen(tx, 'Person', personId, [...at, 'person']) : null;
    if (!seated.has(organizationId)) throw new NoSeatError(organization.name, [...at, 'organization']);
    demonstrationOf({ organization, person }, isDemo);
    const key = `${organizationId} ${personId}`;
    if (keys.has(key)) throw new InvalidError('They are in the list already.', '参会名单有重复。', at);
    keys.add(key);
    all.push({ organizationId, personId, presence, note: textOf(note, LABEL, [...at, 'note']) ?? null });
  }
  return all;
}
