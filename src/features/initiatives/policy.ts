import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';

/** What documents describe is public. */
export function visibleTo(_actor: Actor): Where<'Initiative'> {
  return {};
}
