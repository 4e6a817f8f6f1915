import type { Role } from '../generated/prisma/client.ts';
import { type Actor, type HeldRole, heldBy } from './actor.ts';

/** Where something lies, and whose it is: a role reaches it by either. */
export interface Place {
  readonly regionId?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
}

/** The one of the actor's roles, in the order of `roles`, that reaches all of these places; ADMIN reaches everything. */
export function roleOver(
  actor: Actor,
  roles: readonly Role[],
  ...places: readonly Place[]
): HeldRole | undefined {
  const held = heldBy(actor, ...roles).find((each) => places.length > 0 && places.every(isReachedBy(each)));
  return held ?? heldBy(actor, 'ADMIN')[0];
}

/** The regions that the actor reaches in these roles. */
export function regionsOf(actor: Actor, ...roles: readonly Role[]): string[] {
  return heldBy(actor, ...roles).flatMap(({ regionIds }) => regionIds);
}

/** The organizations that the actor reaches in these roles. */
export function organizationsOf(actor: Actor, ...roles: readonly Role[]): string[] {
  return heldBy(actor, ...roles).flatMap(({ organizationIds }) => organizationIds);
}

function isReachedBy({ regionIds, organizationIds }: HeldRole) {
  return ({ regionId, organizationId }: Place) =>
    (regionId != null && regionIds.includes(regionId)) ||
    (organizationId != null && organizationIds.includes(organizationId));
}
