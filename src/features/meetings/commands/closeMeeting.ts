import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import type { Row } from '../../../platform/models.ts';
import { IncompleteError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act } from '../../../platform/writes.ts';
import { meetingStep, readyMeeting, type Selected } from './ready.ts';

/** Closes a meeting: its minutes are final, and nothing is added to it any more. */
export function closeMeeting(call: Call, input: Selected): Promise<Row<'CommitteeMeeting'>> {
  return inTransaction(call, async (tx) => {
    const ready = await readyMeeting(tx, 'CLOSE', input);
    if (ready.before.minutes === null) throw new IncompleteError(['minutes']);
    const data = { closedAt: latest(tx.now(), ready.before.heldAt) };
    return act(tx, { ...meetingStep(ready, 'CLOSE'), opinion: input.opinion, data });
  });
}
