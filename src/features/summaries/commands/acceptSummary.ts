import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act } from '../../../platform/writes.ts';
import { ready, type Selected, stepOf } from './ready.ts';

/** Accepts a summary: from then on the reports count it. */
export function acceptSummary(call: Call, input: Selected): Promise<Row<'StageSummary'>> {
  return inTransaction(call, async (tx) => {
    const { before, as } = await ready(tx, 'ACCEPT', input);
    // Never before it was handed in, even where the clock was set back.
    const acceptedAt = latest(tx.now(), before.submittedAt);
    return act(tx, { ...stepOf(before, 'ACCEPT'), as, opinion: input.opinion, data: { acceptedAt } });
  });
}
