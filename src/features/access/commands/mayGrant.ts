import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import type { Place } from '../../../platform/reach.ts';
import { ForbiddenError, NotFoundError } from '../../../platform/refusals.ts';
import { granterOf } from '../policy.ts';
import { type AssignedRole, GRANTERS, RoleScopeError, SCOPES } from '../rules.ts';

export interface Target {
  readonly role: AssignedRole;
  readonly organizationId?: string | null | undefined;
  readonly regionId?: string | null | undefined;
}

/**
 * Where a role is held. All of these must be in the reach of whoever gives it.
 * @throws {NotFoundError} where there is no such region or organization
 * @throws {RoleScopeError} where the role is held for something else
 */
export async function placesOf({ db }: Call, { role, organizationId, regionId }: Target): Promise<Place[]> {
  const { regions, organizations } = SCOPES[role];
  const places: Place[] = [];
  if (regionId) {
    const region = await db.prisma.region.findUnique({ where: { id: regionId } });
    if (!region) throw new NotFoundError('Region', ['region']);
    if (!regions.includes(region.level)) throw new RoleScopeError(role, ['region']);
    places.push({ regionId });
  } else if (regions.length > 0) throw new RoleScopeError(role, ['region']);
  if (organizationId) {
    const organization = await db.prisma.organization.findUnique({ where: { id: organizationId } });
    if (!organization) throw new NotFoundError('Organization', ['organization']);
    // What is held for a region may name the office that it is held in.
    const isMeant = organizations.includes(organization.type) || regions.length > 0;
    if (!isMeant) throw new RoleScopeError(role, ['organization']);
    places.push({ regionId: organization.regionId, organizationId });
  } else if (organizations.length > 0) throw new RoleScopeError(role, ['organization']);
  return places;
}

/** The role by which the actor may give this one, or end it. @throws {ForbiddenError} where none allows it */
export function mayGrant({ actor }: Call, role: AssignedRole, places: readonly Place[]): HeldRole {
  const as = granterOf(actor, role, places);
  if (!as) throw new ForbiddenError(['ADMIN', ...GRANTERS[role]], ['role']);
  return as;
}
