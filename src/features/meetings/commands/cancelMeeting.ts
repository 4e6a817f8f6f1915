import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { LONG_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act } from '../../../platform/writes.ts';
import { meetingStep, readyMeeting, type Selected } from './ready.ts';

/** Cancels a meeting that was not held. */
export function cancelMeeting(call: Call, input: Selected): Promise<Row<'CommitteeMeeting'>> {
  return inTransaction(call, async (tx) => {
    const ready = await readyMeeting(tx, 'CANCEL', input);
    const reason = textOf(input.opinion, LONG_TEXT, ['opinion']);
    const data = { reason, cancelledAt: tx.now() };
    return act(tx, { ...meetingStep(ready, 'CANCEL'), opinion: reason, data });
  });
}
