import { type Actor, heldBy, userIdOf } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { organizationsOf, regionsOf } from '../../platform/reach.ts';
import { OVER_ORGANIZATIONS, OVER_REGIONS } from '../../platform/visibility.ts';

/** Steps are for those who look after the record or whose it is, and for those who took them. */
export function visibleTo(actor: Actor): Where<'WorkflowEvent'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  const regionIds = regionsOf(actor, ...OVER_REGIONS);
  const organizationIds = organizationsOf(actor, ...OVER_ORGANIZATIONS);
  const own = userIdOf(actor);
  return {
    OR: [
      { regionId: { in: regionIds } },
      { organizationId: { in: organizationIds } },
      ...(own ? [{ actorUserId: own }] : []),
    ],
  };
}
