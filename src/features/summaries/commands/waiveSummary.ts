import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act } from '../../../platform/writes.ts';
import { ready, type Selected, stepOf } from './ready.ts';

/** Does without a summary that nobody has begun to write. */
export function waiveSummary(call: Call, input: Selected): Promise<Row<'StageSummary'>> {
  return inTransaction(call, async (tx) => {
    const { before, as } = await ready(tx, 'WAIVE', input);
    return act(tx, { ...stepOf(before, 'WAIVE'), as, opinion: input.opinion });
  });
}
