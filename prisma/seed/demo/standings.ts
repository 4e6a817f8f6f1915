/** How a studio stands: at which level its highest title counts, or why none does. */
export type Standing =
  | 'NATIONAL'
  | 'PROVINCIAL'
  | 'MUNICIPAL'
  | 'COUNTY'
  | 'ENTERPRISE'
  | 'TEAM'
  | 'APPLIED'
  | 'REVOKED'
  | 'LAPSED'
  | 'CLOSED'
  | 'SUSPENDED';

/** Together with the one of 蓬莱市, 328 work with a title of county level or above, as many as Yantai counted. */
const COUNTS: Readonly<Record<Standing, number>> = {
  NATIONAL: 3,
  PROVINCIAL: 27,
  MUNICIPAL: 110,
  COUNTY: 187,
  ENTERPRISE: 12,
  TEAM: 6,
  APPLIED: 12,
  REVOKED: 6,
  LAPSED: 6,
  CLOSED: 6,
  SUSPENDED: 3,
};
const ALL = Object.entries(COUNTS).flatMap(([standing, count]) =>
  Array<Standing>(count).fill(standing as Standing),
);
/** Has no divisor in common with their number, so that all come, mixed. */
const STRIDE = 101;

export const STUDIOS = ALL.length;

export function standingOf(n: number): Standing {
  return ALL[(n * STRIDE) % STUDIOS]!;
}

/** The numbers of the studios that stand in one of these ways. */
export function studiosThatStand(...standings: Standing[]): number[] {
  return [...ALL.keys()].filter((n) => standings.includes(standingOf(n)));
}
