import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';

/** Committees and who sits in them are public. */
export function visibleTo(_actor: Actor): Where<'Committee'> {
  return {};
}

export function memberVisibleTo(_actor: Actor): Where<'CommitteeMember'> {
  return {};
}
