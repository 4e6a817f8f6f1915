import type { Role } from '../../generated/prisma/client.ts';
import { type Actor, type HeldRole, heldBy } from '../../platform/actor.ts';
import type { Row, Where } from '../../platform/models.ts';
import { roleOver } from '../../platform/reach.ts';
import { KEEPERS_AND_UNITS, placeOf } from '../organizations/policy.ts';

/** Everybody may see who holds an honor and where they work. A row may be hidden later, so whatever leads to one is nullable. */
export function visibleTo(_actor: Actor): Where<'Person'> {
  return {};
}

/** Those who look after people, and so see what is not for everybody: committees, supervisors and partners do not. */
export const OFFICERS: readonly Role[] = KEEPERS_AND_UNITS;

/** Personal data is for the officers who reach over the employer, by its region or itself. */
export function detailVisibleTo(actor: Actor): Where<'PersonDetail'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  const held = heldBy(actor, ...OFFICERS);
  const regionId = { in: held.flatMap(({ regionIds }) => regionIds) };
  const id = { in: held.flatMap(({ organizationIds }) => organizationIds) };
  return { person: { employer: { OR: [{ regionId }, { id }] } } };
}

/** The role by which the actor looks after those who work there; of those who work nowhere ADMIN does. */
export function keeperOf(actor: Actor, ...employers: readonly Row<'Organization'>[]): HeldRole | undefined {
  return roleOver(actor, OFFICERS, ...employers.map(placeOf));
}
