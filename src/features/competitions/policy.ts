import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';

/** A competition is public once it is published. */
export function visibleTo(_actor: Actor): Where<'Competition'> {
  return { status: { not: 'DRAFT' } };
}

/** As far as the competition is. */
export function trackVisibleTo(actor: Actor): Where<'Track'> {
  return { competition: visibleTo(actor) };
}

/** As far as the competition is. */
export function stageVisibleTo(actor: Actor): Where<'Stage'> {
  return { competition: visibleTo(actor) };
}
