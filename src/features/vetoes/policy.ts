import type { Role } from '../../generated/prisma/client.ts';
import { type Actor, heldBy } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { organizationsOf, regionsOf } from '../../platform/reach.ts';
import { OVER_ORGANIZATIONS, OVER_REGIONS } from '../../platform/visibility.ts';

/** Departments in the committee, those who watch over it, and officers raise vetoes in their region. */
export const RAISERS: readonly Role[] = [
  'COMMITTEE_OFFICE',
  'COMMITTEE_MEMBER',
  'MUNICIPAL_OFFICER',
  'COUNTY_OFFICER',
  'PROVINCIAL_OFFICER',
  'SUPERVISOR',
];
/** Who confirms and lifts them. */
export const DECIDERS: readonly Role[] = ['COMMITTEE_OFFICE'];

/**
 * Vetoes are for officers, committees and supervisors of the region, also of a competition that it is about; the
 * unit reads of one once it was confirmed. That an entry is vetoed is public, what it did is not.
 */
export function vetoVisibleTo(actor: Actor): Where<'Veto'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  const regionIds = regionsOf(actor, ...OVER_REGIONS);
  const unitIds = organizationsOf(actor, ...OVER_ORGANIZATIONS);
  return {
    OR: [
      { regionId: { in: regionIds } },
      { entry: { competition: { regionId: { in: regionIds } } } },
      { confirmedAt: { not: null }, unitId: { in: unitIds } },
    ],
  };
}
