import type { OrganizationType, OwnershipType } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { hold } from '../../../platform/holding.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError } from '../../../platform/refusals.ts';
import { checkNotAhead } from '../../../platform/terms.ts';
import { NAME, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { regionInForce } from '../../regions/reads.ts';
import { creatorOf, KEEPERS_AND_UNITS, placeOf } from '../policy.ts';
import { organizationInForce } from '../reads.ts';
import { checkEmployer, checkIndustry, TEXTS } from './checks.ts';

export interface NewOrganization {
  readonly name: string;
  readonly nameEn?: string | null | undefined;
  readonly shortName?: string | null | undefined;
  readonly type: OrganizationType;
  readonly ownership?: OwnershipType | null | undefined;
  readonly industryCode?: string | null | undefined;
  readonly regionId: string;
  readonly parentId?: string | null | undefined;
  /** For a union: whose workers it organizes. */
  readonly employerId?: string | null | undefined;
  readonly validFrom?: Date | null | undefined;
  readonly note?: string | null | undefined;
  readonly isDemo?: boolean | null | undefined;
}

/** Enters an organization in the registry. */
export function createOrganization(call: Call, input: NewOrganization): Promise<Row<'Organization'>> {
  const { type, ownership, industryCode, regionId, validFrom, parentId = null, employerId = null } = input;
  return inTransaction(call, async (tx) => {
    await regionInForce(tx, regionId);
    if (parentId || employerId) await hold(tx, 'ORGANIZATION_TREE');
    const parent = parentId ? await organizationInForce(tx, parentId, ['parent']) : null;
    const employer = employerId ? await organizationInForce(tx, employerId, ['employer']) : null;
    const as = creatorOf(tx.actor, { regionId, parentId, employer });
    if (!as) throw new ForbiddenError(['ADMIN', ...KEEPERS_AND_UNITS]);

    const texts = textsOf(input, { name: NAME, ...TEXTS });
    checkIndustry(industryCode);
    checkEmployer({ type }, employer);
    if (validFrom) checkNotAhead(tx, validFrom, 'validFrom');
    const isDemo = demonstrationOf({ parent, employer }, input.isDemo);
    return make(tx, {
      type: 'Organization',
      action: 'organizationCreate',
      as,
      data: { ...texts, type, ownership, industryCode, regionId, parentId, employerId, validFrom, isDemo },
      step: { action: 'CREATE', to: 'ACTIVE' },
      place: placeOf,
    });
  });
}
