import type { Actor, HeldRole } from '../../platform/actor.ts';
import type { Row, Where } from '../../platform/models.ts';
import { type Place, roleOver } from '../../platform/reach.ts';
import { KEEPERS_AND_UNITS } from '../organizations/policy.ts';

/** Key projects are public. */
export function visibleTo(_actor: Actor): Where<'Project'> {
  return {};
}

export function participantVisibleTo(_actor: Actor): Where<'ProjectParticipant'> {
  return {};
}

type Project = Pick<Row<'Project'>, 'regionId' | 'ownerId'>;

export function placeOf({ regionId, ownerId }: Project): Place {
  return { regionId, organizationId: ownerId };
}

/** Federations in their region, and officers of the owner, keep a project and who takes part in it. */
export const PROJECT_KEEPERS = KEEPERS_AND_UNITS;

export function projectKeeperOf(actor: Actor, project: Project): HeldRole | undefined {
  return roleOver(actor, PROJECT_KEEPERS, placeOf(project));
}
