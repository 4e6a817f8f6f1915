import type { Call } from '../../../platform/call.ts';
import { startOf } from '../../../platform/days.ts';
import { end } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { AlreadyEndedError, checkVersion, InvalidError } from '../../../platform/refusals.ts';
import { checkTerm, today } from '../../../platform/terms.ts';
import { LONG_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { mayKeepTypes } from './checks.ts';

export interface AwardTypeEnd {
  readonly id: string;
  readonly version: number;
  /** First day it is no longer given like this; today unless given, and possibly still to come. */
  readonly validTo?: Date | null | undefined;
  readonly opinion?: string | null | undefined;
}

/** Ends that an award is given like this. What was given stays. */
export function endAwardType(call: Call, input: AwardTypeEnd): Promise<Row<'AwardType'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'AwardType', input.id);
    const as = mayKeepTypes(tx);
    checkVersion(before, input.version);
    if (before.validTo) throw new AlreadyEndedError(startOf(before.validTo));
    const opinion = textOf(input.opinion, LONG_TEXT, ['opinion']);
    const validTo = input.validTo ?? today(tx);
    checkTerm(before.validFrom, validTo, 'validTo');
    const { awardGrant, awardType } = tx.db.prisma;
    const given = await awardGrant.count({ where: { awardTypeId: before.id, grantedOn: { gte: validTo } } });
    const parts = await awardType.count({
      where: { parentId: before.id, OR: [{ validTo: null }, { validTo: { gt: validTo } }] },
    });
    if (given > 0 || parts > 0) {
      throw new InvalidError(
        `It was given ${given} times on that day or later, and ${parts} awards that are part of it go on.`,
        `该日期及以后已授予 ${given} 次,另有 ${parts} 个下级奖项仍有效。`,
        ['validTo'],
      );
    }
    const what = { type: 'AwardType', before, action: 'awardTypeEnd' } as const;
    return end(tx, { ...what, as, opinion, place: {}, data: { validTo } });
  });
}
