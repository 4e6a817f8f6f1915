import type { OwnershipType } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { hold } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { roleOver } from '../../../platform/reach.ts';
import { checkVersion, ForbiddenError, InvalidError, StateError } from '../../../platform/refusals.ts';
import { checkNotAhead, checkTerm } from '../../../platform/terms.ts';
import { NAME, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { regionInForce } from '../../regions/reads.ts';
import { editorOf, FEDERATIONS, KEEPERS_AND_UNITS, placeOf } from '../policy.ts';
import { liesUnder, organizationInForce } from '../reads.ts';
import { checkEmployer, checkIndustry, TEXTS } from './checks.ts';

/** What is absent stays; what is null is taken away. */
export interface OrganizationChanges {
  readonly id: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly nameEn?: string | null | undefined;
  readonly shortName?: string | null | undefined;
  readonly ownership?: OwnershipType | null | undefined;
  readonly industryCode?: string | null | undefined;
  readonly regionId?: string | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly employerId?: string | null | undefined;
  readonly validFrom?: Date | null | undefined;
  readonly note?: string | null | undefined;
}

/** Changes what is kept of an organization. Only one that exists is moved about. */
export function updateOrganization(call: Call, input: OrganizationChanges): Promise<Row<'Organization'>> {
  const { id, version, ownership, industryCode, validFrom } = input;
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'Organization', id);
    const as = editorOf(tx.actor, before);
    if (!as) throw new ForbiddenError(['ADMIN', ...KEEPERS_AND_UNITS]);
    checkVersion(before, version);

    const texts = textsOf(input, { name: NAME, ...TEXTS });
    checkIndustry(industryCode);
    if (validFrom) checkNotAhead(tx, validFrom, 'validFrom');
    checkTerm(validFrom, before.validTo, 'validFrom');
    const place = await placeFor(tx, before, input);
    const data = { ...texts, ownership, industryCode, validFrom, ...place };
    return edit(tx, { type: 'Organization', before, action: 'organizationUpdate', as, data });
  });
}

/** Where it is to lie: whoever moves it must reach that place too. */
async function placeFor(tx: Call, before: Row<'Organization'>, input: OrganizationChanges) {
  const regionId = input.regionId ?? before.regionId;
  const { parentId = before.parentId, employerId = before.employerId } = input;
  const isMoved =
    regionId !== before.regionId || parentId !== before.parentId || employerId !== before.employerId;
  if (!isMoved) return {};
  if (before.status !== 'ACTIVE') throw new StateError(before.status, 'MOVE', []);

  await hold(tx, 'ORGANIZATION_TREE');
  if (regionId !== before.regionId) {
    await regionInForce(tx, regionId);
    // It leaves one federation for another: both are in the reach of whoever decides that.
    if (!roleOver(tx.actor, FEDERATIONS, { regionId: before.regionId }, { regionId })) {
      throw new ForbiddenError(['ADMIN', ...FEDERATIONS], ['region']);
    }
  }
  const above = { parent: parentId, employer: employerId };
  const found: Record<string, Row<'Organization'>> = {};
  for (const [field, id] of Object.entries(above)) {
    if (!id || id === before[`${field as keyof typeof above}Id`]) continue;
    found[field] = await organizationInForce(tx, id, [field]);
    if (await liesUnder(tx, id, before.id)) {
      throw new InvalidError('It would lie under itself.', '不能隶属于自身或其下级单位。', [field]);
    }
  }
  const { employer } = found;
  const isReached =
    editorOf(tx.actor, { ...before, regionId, parentId, employerId }) &&
    (!employer || roleOver(tx.actor, KEEPERS_AND_UNITS, placeOf(employer)));
  if (!isReached) throw new ForbiddenError(['ADMIN', ...KEEPERS_AND_UNITS]);
  checkEmployer(before, employer ?? null);
  demonstrationOf(found, before.isDemo);
  return { regionId, parentId, employerId };
}
