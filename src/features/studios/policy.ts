import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';

/** Studios are public. */
export function visibleTo(_actor: Actor): Where<'Studio'> {
  return {};
}

export function memberVisibleTo(_actor: Actor): Where<'StudioMember'> {
  return {};
}

/** A title is public once its public notice begins. */
export function titleVisibleTo(_actor: Actor): Where<'StudioTitle'> {
  return { status: { in: ['NOTICE', 'NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED'] } };
}
