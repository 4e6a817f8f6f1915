import { type Actor, type HeldRole, heldBy } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { everybody } from '../../platform/visibility.ts';

/** What can be awarded is public. */
export const awardTypeVisibleTo = everybody;

/** Honors are public, also those that were revoked. */
export function grantVisibleTo(_actor: Actor): Where<'AwardGrant'> {
  return {};
}

/** An award belongs to no region: ADMIN alone keeps what can be awarded. */
export function typeKeeperOf(actor: Actor): HeldRole | undefined {
  return heldBy(actor, 'ADMIN')[0];
}
