import { ownId } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import type { Row } from '../../../platform/models.ts';
import { LONG_TEXT, REQUIRED_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act } from '../../../platform/writes.ts';
import { itemStep, readyItem, type Selected } from './ready.ts';

export interface ItemReport extends Omit<Selected, 'opinion'> {
  /** What was done. */
  readonly report: string;
}

/** Reports an action item as done, in time or late. */
export function reportItem(call: Call, input: ItemReport): Promise<Row<'ActionItem'>> {
  return inTransaction(call, async (tx) => {
    const ready = await readyItem(tx, 'REPORT', input);
    const report = textOf(input.report, REQUIRED_TEXT, ['report']);
    const data = { report, reportedAt: tx.now(), reporterId: ownId(tx.actor) };
    return act(tx, { ...itemStep(ready, 'REPORT'), opinion: report, data });
  });
}

/** Confirms that an action item is done. */
export function confirmItem(call: Call, input: Selected): Promise<Row<'ActionItem'>> {
  return decide(call, 'CONFIRM', input, (tx, { reportedAt }) => ({
    confirmedAt: latest(tx.now(), reportedAt),
  }));
}

/** Sends an action item back: it is not done yet, or not well. Its report stays readable. */
export function reopenItem(call: Call, input: Selected): Promise<Row<'ActionItem'>> {
  return decide(call, 'REOPEN', input, () => ({}));
}

/** Cancels an action item. */
export function cancelItem(call: Call, input: Selected): Promise<Row<'ActionItem'>> {
  return decide(call, 'CANCEL', input, (tx) => ({ cancelledAt: tx.now() }));
}

function decide(
  call: Call,
  action: 'CONFIRM' | 'REOPEN' | 'CANCEL',
  input: Selected,
  dataOf: (tx: Call, item: Row<'ActionItem'>) => Record<string, Date>,
): Promise<Row<'ActionItem'>> {
  return inTransaction(call, async (tx) => {
    const ready = await readyItem(tx, action, input);
    const opinion = textOf(input.opinion, LONG_TEXT, ['opinion']);
    return act(tx, { ...itemStep(ready, action), opinion, data: dataOf(tx, ready.before) });
  });
}
