import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';

/** Innovation groups are public. */
export function groupVisibleTo(_actor: Actor): Where<'InnovationGroup'> {
  return {};
}

/** Who teaches whom is public, as the honors of both are. */
export function pairVisibleTo(_actor: Actor): Where<'MentorPair'> {
  return {};
}

/** A result is public once it is recognized, unless it is confidential. */
export function resultVisibleTo(_actor: Actor): Where<'InnovationResult'> {
  return { status: { in: ['RECOGNIZED', 'PROMOTED'] }, isConfidential: false };
}

/** As far as the result is. */
export function adoptionVisibleTo(actor: Actor): Where<'ResultAdoption'> {
  return { result: resultVisibleTo(actor) };
}
