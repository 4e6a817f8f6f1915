import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';

/** Key projects are public. */
export function visibleTo(_actor: Actor): Where<'Project'> {
  return {};
}

export function participantVisibleTo(_actor: Actor): Where<'ProjectParticipant'> {
  return {};
}
