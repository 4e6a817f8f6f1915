import type { Role } from '../../generated/prisma/client.ts';
import type { Actor, HeldRole } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { roleOver } from '../../platform/reach.ts';
import { FEDERATIONS } from '../organizations/policy.ts';

/** Committees and who sits in them are public. */
export function visibleTo(_actor: Actor): Where<'Committee'> {
  return {};
}

export function memberVisibleTo(_actor: Actor): Where<'CommitteeMember'> {
  return {};
}

/** Federations in their region, and the offices of its committees. */
export const COMMITTEE_KEEPERS: readonly Role[] = [...FEDERATIONS, 'COMMITTEE_OFFICE'];

export function committeeKeeperOf(actor: Actor, regionId: string): HeldRole | undefined {
  return roleOver(actor, COMMITTEE_KEEPERS, { regionId });
}
