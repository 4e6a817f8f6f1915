import type { MeetingKind } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { startOf } from '../../../platform/days.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { AlreadyEndedError } from '../../../platform/refusals.ts';
import { LONG_TEXT, NAME, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { checkOffice } from './ready.ts';

export interface MeetingPlan {
  readonly committeeId: string;
  readonly title: string;
  readonly kind: MeetingKind;
  readonly heldAt: Date;
  readonly agenda?: string | null | undefined;
}

/** Plans a meeting of a committee. */
export function planMeeting(call: Call, input: MeetingPlan): Promise<Row<'CommitteeMeeting'>> {
  const { committeeId, kind, heldAt } = input;
  return inTransaction(call, async (tx) => {
    const { regionId, validTo, isDemo } = await seen(tx, 'Committee', committeeId, ['committee']);
    const as = checkOffice(tx, regionId, ['committee']);
    if (validTo && startOf(validTo) <= heldAt) throw new AlreadyEndedError(startOf(validTo), ['committee']);
    const texts = textsOf(input, { title: NAME, agenda: LONG_TEXT });
    return make(tx, {
      type: 'CommitteeMeeting',
      action: 'meetingPlan',
      as,
      data: { ...texts, kind, heldAt, committeeId, isDemo },
      step: { action: 'PLAN', to: 'PLANNED' },
      place: () => ({ regionId }),
    });
  });
}
