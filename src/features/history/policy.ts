import { type Actor, heldBy } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { OVER_ORGANIZATIONS, OVER_REGIONS } from '../../platform/visibility.ts';

/** Steps are for those who look after the record or whose it is, and for those who took them. */
export function visibleTo(actor: Actor): Where<'WorkflowEvent'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  const regionIds = heldBy(actor, ...OVER_REGIONS).flatMap((held) => held.regionIds);
  const organizationIds = heldBy(actor, ...OVER_ORGANIZATIONS).flatMap((held) => held.organizationIds);
  const own = actor.subject?.kind === 'USER' ? actor.subject.id : null;
  return {
    OR: [
      { regionId: { in: regionIds } },
      { organizationId: { in: organizationIds } },
      ...(own ? [{ actorUserId: own }] : []),
    ],
  };
}
