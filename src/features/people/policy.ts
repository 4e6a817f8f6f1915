import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';

/** Everybody may see who holds an honor and where they work. A row may be hidden later, so whatever leads to one is nullable. */
export function visibleTo(_actor: Actor): Where<'Person'> {
  return {};
}
