import type { AdminLevel } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError } from '../../../platform/refusals.ts';
import { checkNotAhead } from '../../../platform/terms.ts';
import { LABEL, NAME, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { organizationInForce } from '../../organizations/reads.ts';
import { regionInForce } from '../../regions/reads.ts';
import { COMMITTEE_KEEPERS, committeeKeeperOf } from '../policy.ts';
import { docPrefixOf } from '../rules.ts';

export interface NewCommittee {
  readonly name: string;
  readonly nameEn?: string | null | undefined;
  readonly level: AdminLevel;
  readonly docPrefix?: string | null | undefined;
  readonly regionId: string;
  /** The organization that houses its office. */
  readonly officeId: string;
  readonly validFrom?: Date | null | undefined;
}

/** Enters a committee in the registry. */
export function createCommittee(call: Call, input: NewCommittee): Promise<Row<'Committee'>> {
  const { level, regionId, officeId, validFrom } = input;
  return inTransaction(call, async (tx) => {
    await regionInForce(tx, regionId);
    const office = await organizationInForce(tx, officeId, ['office']);
    const as = committeeKeeperOf(tx.actor, regionId);
    if (!as) throw new ForbiddenError(['ADMIN', ...COMMITTEE_KEEPERS]);
    const { docPrefix, ...texts } = textsOf(input, { name: NAME, nameEn: LABEL, docPrefix: LABEL });
    if (validFrom) checkNotAhead(tx, validFrom, 'validFrom');
    const isDemo = demonstrationOf({ office });
    const prefix = docPrefix && docPrefixOf(docPrefix);
    return make(tx, {
      type: 'Committee',
      action: 'committeeCreate',
      as,
      data: { ...texts, docPrefix: prefix, level, regionId, officeId, validFrom, isDemo },
      step: { action: 'CREATE', to: 'HELD' },
      place: () => ({ regionId }),
    });
  });
}
