import type { Role } from '../../generated/prisma/client.ts';
import { type Actor, type HeldRole, heldBy } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { roleOver } from '../../platform/reach.ts';
import { everybody } from '../../platform/visibility.ts';

/** What can be measured, and where it was printed, is public. */
export const referenceVisibleTo = everybody;

/** Published figures are public. */
export function observationVisibleTo(_actor: Actor): Where<'Observation'> {
  return {};
}

/** Federations of cities and provinces read what is published of their region. */
export const FIGURE_KEEPERS: readonly Role[] = ['PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER'];

export function figureKeeperOf(actor: Actor, regionId: string): HeldRole | undefined {
  return roleOver(actor, FIGURE_KEEPERS, { regionId });
}

/** A document belongs to no region: whoever may record figures anywhere may enter it. */
export function sourceKeeperOf(actor: Actor): HeldRole | undefined {
  return heldBy(actor, ...FIGURE_KEEPERS, 'ADMIN')[0];
}
