import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { everybody } from '../../platform/visibility.ts';

/** What can be measured, and where it was printed, is public. */
export const referenceVisibleTo = everybody;

/** Published figures are public. */
export function observationVisibleTo(_actor: Actor): Where<'Observation'> {
  return {};
}
