import type { Role } from '../../generated/prisma/client.ts';
import { type Actor, type HeldRole, heldBy, ownId } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { type Place, roleOver } from '../../platform/reach.ts';
import { type AssignedRole, GRANTERS, KEY_GIVERS } from './rules.ts';

/** Those who look after a region or an organization, and those who watch over them, see who has which role there. */
const READERS: readonly Role[] = [
  'PROVINCIAL_OFFICER',
  'MUNICIPAL_OFFICER',
  'COUNTY_OFFICER',
  'INDUSTRIAL_OFFICER',
  'UNIT_OFFICER',
  'SUPERVISOR',
];

/** Those who say who assesses, without looking after anybody: they see the assessors alone. */
const ASSIGNERS: readonly Role[] = ['COMMITTEE_OFFICE'];

/** Everybody sees their own roles, officers and supervisors those in their reach, and a committee's office the assessors there. */
export function assignmentVisibleTo(actor: Actor): Where<'RoleAssignment'> {
  if (isAdmin(actor)) return {};
  const { regionIds, organizationIds } = reachOf(actor, READERS);
  const ofAssigner = reachOf(actor, ASSIGNERS);
  return {
    OR: [
      { userId: ownId(actor) },
      { regionId: { in: regionIds } },
      { organizationId: { in: organizationIds } },
      { organization: { regionId: { in: regionIds } } },
      { role: 'ASSESSOR', organization: { regionId: { in: ofAssigner.regionIds } } },
    ],
  };
}

/** Themselves, and whose roles the actor sees: names of officers are not for everybody. */
export function userVisibleTo(actor: Actor): Where<'User'> {
  if (isAdmin(actor)) return {};
  return { OR: [{ id: ownId(actor) }, { roleAssignments: { some: assignmentVisibleTo(actor) } }] };
}

/** Who may give keys for a region sees those that reach into it, and so do its supervisors. */
export function keyVisibleTo(actor: Actor): Where<'ApiKey'> {
  if (isAdmin(actor)) return {};
  return { regionId: { in: reachOf(actor, [...KEY_GIVERS, 'SUPERVISOR']).regionIds } };
}

/** As far as one of its keys is. */
export function clientVisibleTo(actor: Actor): Where<'ApiClient'> {
  return isAdmin(actor) ? {} : { keys: { some: keyVisibleTo(actor) } };
}

/** The role by which the actor may give this role there, or end it. */
export function granterOf(actor: Actor, role: AssignedRole, places: readonly Place[]): HeldRole | undefined {
  return roleOver(actor, GRANTERS[role], ...places);
}

/** The role by which the actor may give keys that reach over the region, or revoke them. */
export function keyGiverOf(actor: Actor, regionId: string): HeldRole | undefined {
  return roleOver(actor, KEY_GIVERS, { regionId });
}

function isAdmin(actor: Actor): boolean {
  return heldBy(actor, 'ADMIN').length > 0;
}

function reachOf(actor: Actor, roles: readonly Role[]) {
  const held = heldBy(actor, ...roles);
  return {
    regionIds: held.flatMap(({ regionIds }) => regionIds),
    organizationIds: held.flatMap(({ organizationIds }) => organizationIds),
  };
}
