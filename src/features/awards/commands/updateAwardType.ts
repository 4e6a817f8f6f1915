import { checkCount } from '../../../platform/amounts.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion } from '../../../platform/refusals.ts';
import { textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { checkItem, mayKeepTypes, TEXTS } from './checks.ts';

/** What is absent stays; what is null is taken away. */
export interface AwardTypeChanges {
  readonly id: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly nameEn?: string | null | undefined;
  readonly approvedItemRef?: string | null | undefined;
  readonly cycleMonths?: number | null | undefined;
  readonly note?: string | null | undefined;
}

/** Changes what an award is called. What it is, and for whom, is another row from the day on which that changes. */
export function updateAwardType(call: Call, input: AwardTypeChanges): Promise<Row<'AwardType'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'AwardType', input.id);
    const as = mayKeepTypes(tx);
    checkVersion(before, input.version);
    const { cycleMonths } = input;
    const texts = textsOf(input, TEXTS);
    const { approvedItemRef = before.approvedItemRef } = texts;
    checkItem({ nature: before.nature, approvedItemRef });
    checkCount(cycleMonths, 1, 'cycleMonths');
    const data = { ...texts, cycleMonths };
    return edit(tx, { type: 'AwardType', before, action: 'awardTypeUpdate', as, data });
  });
}
