import type { Call } from '../../../platform/call.ts';
import { startOf } from '../../../platform/days.ts';
import { hold } from '../../../platform/holding.ts';
import { editAll, end } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { AlreadyEndedError, checkVersion, ForbiddenError, InvalidError } from '../../../platform/refusals.ts';
import { checkNotAhead, checkTerm, today } from '../../../platform/terms.ts';
import { LONG_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { COMMITTEE_KEEPERS, committeeKeeperOf } from '../policy.ts';

export interface TermEnd {
  readonly id: string;
  readonly version: number;
  /** First day it no longer held; today unless given. */
  readonly validTo?: Date | null | undefined;
  readonly opinion?: string | null | undefined;
}

/** Ends a committee, and with it the seats that are taken. */
export function endCommittee(call: Call, input: TermEnd): Promise<Row<'Committee'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'Committee', input.id);
    const { id, regionId } = before;
    const as = committeeKeeperOf(tx.actor, regionId);
    if (!as) throw new ForbiddenError(['ADMIN', ...COMMITTEE_KEEPERS]);
    checkVersion(before, input.version);
    if (before.validTo) throw new AlreadyEndedError(startOf(before.validTo));
    const opinion = textOf(input.opinion, LONG_TEXT, ['opinion']);
    const validTo = input.validTo ?? today(tx);
    checkNotAhead(tx, validTo, 'validTo');
    checkTerm(before.validFrom, validTo, 'validTo');
    await hold(tx, 'COMMITTEE', id);
    const seats = { committeeId: id, OR: [{ validTo: null }, { validTo: { gt: validTo } }] };
    const late = await tx.db.prisma.committeeMember.count({
      where: { ...seats, validFrom: { gte: validTo } },
    });
    if (late > 0) {
      throw new InvalidError(
        `${late} of its seats were taken on that day or later.`,
        '部分成员的任期晚于该日期。',
        ['validTo'],
      );
    }

    const by = { action: 'committeeEnd', as } as const;
    const after = await end(tx, {
      ...by,
      type: 'Committee',
      before,
      opinion,
      place: { regionId },
      data: { validTo },
    });
    await editAll(tx, { ...by, type: 'CommitteeMember', where: seats, data: { validTo } });
    return after;
  });
}
