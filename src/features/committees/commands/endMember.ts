import type { Call } from '../../../platform/call.ts';
import { startOf } from '../../../platform/days.ts';
import { end } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { AlreadyEndedError, checkVersion, ForbiddenError } from '../../../platform/refusals.ts';
import { checkTerm, today } from '../../../platform/terms.ts';
import { LONG_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { COMMITTEE_KEEPERS, committeeKeeperOf } from '../policy.ts';
import type { TermEnd } from './endCommittee.ts';

/** Ends that a seat is taken, on a day that may also be still to come. */
export function endMember(call: Call, input: TermEnd): Promise<Row<'CommitteeMember'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'CommitteeMember', input.id);
    const { organizationId } = before;
    const { regionId } = await seen(tx, 'Committee', before.committeeId);
    const as = committeeKeeperOf(tx.actor, regionId);
    if (!as) throw new ForbiddenError(['ADMIN', ...COMMITTEE_KEEPERS]);
    checkVersion(before, input.version);
    if (before.validTo) throw new AlreadyEndedError(startOf(before.validTo));
    const opinion = textOf(input.opinion, LONG_TEXT, ['opinion']);
    const validTo = input.validTo ?? today(tx);
    checkTerm(before.validFrom, validTo, 'validTo');
    return end(tx, {
      type: 'CommitteeMember',
      before,
      action: 'committeeMemberEnd',
      as,
      opinion,
      place: { regionId, organizationId },
      data: { validTo },
    });
  });
}
