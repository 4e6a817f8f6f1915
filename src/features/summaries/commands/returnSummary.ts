import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act } from '../../../platform/writes.ts';
import { ready, type Selected, stepOf } from './ready.ts';

/** Returns a summary for changes; its last day stays what it was. */
export function returnSummary(call: Call, input: Selected): Promise<Row<'StageSummary'>> {
  return inTransaction(call, async (tx) => {
    const { before, as } = await ready(tx, 'RETURN', input);
    return act(tx, { ...stepOf(before, 'RETURN'), as, opinion: input.opinion });
  });
}
