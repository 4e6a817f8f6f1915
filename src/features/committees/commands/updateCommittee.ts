import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, ForbiddenError } from '../../../platform/refusals.ts';
import { checkNotAhead, checkTerm } from '../../../platform/terms.ts';
import { LABEL, NAME, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { organizationInForce } from '../../organizations/reads.ts';
import { COMMITTEE_KEEPERS, committeeKeeperOf } from '../policy.ts';
import { docPrefixOf } from '../rules.ts';

/** What is absent stays; what is null is taken away. */
export interface CommitteeChanges {
  readonly id: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly nameEn?: string | null | undefined;
  readonly docPrefix?: string | null | undefined;
  readonly officeId?: string | null | undefined;
  readonly validFrom?: Date | null | undefined;
}

/** Changes what is kept of a committee. Its level and region are what it is. */
export function updateCommittee(call: Call, input: CommitteeChanges): Promise<Row<'Committee'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'Committee', input.id);
    const as = committeeKeeperOf(tx.actor, before.regionId);
    if (!as) throw new ForbiddenError(['ADMIN', ...COMMITTEE_KEEPERS]);
    checkVersion(before, input.version);
    const { validFrom } = input;
    const officeId = input.officeId ?? before.officeId;
    const office = officeId === before.officeId ? null : await organizationInForce(tx, officeId, ['office']);
    demonstrationOf({ office }, before.isDemo);
    const { docPrefix, ...texts } = textsOf(input, { name: NAME, nameEn: LABEL, docPrefix: LABEL });
    if (validFrom) checkNotAhead(tx, validFrom, 'validFrom');
    checkTerm(validFrom, before.validTo, 'validFrom');
    const prefix = docPrefix && docPrefixOf(docPrefix);
    const data = { ...texts, docPrefix: prefix, officeId, validFrom };
    return edit(tx, { type: 'Committee', before, action: 'committeeUpdate', as, data });
  });
}
