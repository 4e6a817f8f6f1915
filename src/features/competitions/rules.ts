import type { AdminLevel } from '../../generated/prisma/client.ts';

/** From the bottom up; a team's entries are its unit's. */
export const LEVELS: readonly AdminLevel[] = ['ENTERPRISE', 'COUNTY', 'MUNICIPAL', 'PROVINCIAL', 'NATIONAL'];

/** The route of entries in a competition of this level, unless it says otherwise: from the county up to where it is held. */
export function usualRoute(level: AdminLevel): readonly AdminLevel[] {
  const top = LEVELS.indexOf(level);
  return top < 1 ? ['ENTERPRISE'] : LEVELS.slice(1, top + 1);
}
