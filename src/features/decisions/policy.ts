import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';

/** What a federation or a committee has decided is public. */
export function visibleTo(_actor: Actor): Where<'Decision'> {
  return {};
}
