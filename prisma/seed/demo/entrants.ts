import type { Kind } from './contests.ts';
import type { NewRow } from './insert.ts';
import { homeOf } from './places.ts';
import { isBegun, ownerOf, PROJECTS, project } from './projects.ts';
import { isConfidential, isRecognized, makerOf, RESULTS, result } from './results.ts';
import { STUDIOS, standingOf } from './standings.ts';
import { employerOf, studio } from './studios.ts';
import { UNITS, unit } from './units.ts';

type Entry = NewRow<'Entry'>;

/** Who takes part, for which unit. */
export interface Entrant {
  readonly unit: number;
  readonly subject: Pick<Entry, 'projectId' | 'organizationId' | 'studioId' | 'resultId' | 'teamName'>;
}

const TEAMS = ['焊接', '机电', '运转', '质检', '调度'];

/** The first entrants of a kind, each once; where a home is given, those of its units alone. */
export function entrants(kind: Kind, count: number, home?: number): Entrant[] {
  const found: Entrant[] = [];
  for (let n = 0; found.length < count; n++) {
    const entrant = ENTRANTS[kind](n);
    if (entrant === 'no more') break;
    if (entrant && (home === undefined || homeOf(entrant.unit) === home)) found.push(entrant);
  }
  return found;
}

/** The projects on which work may have begun on a day. */
export function projectsBegun(day: string): Entrant[] {
  return [...Array(PROJECTS).keys()].filter((n) => isBegun(n, day)).map(projectEntrant);
}

/** The teams of one unit. */
export function teams(unit: number): Entrant[] {
  return TEAMS.map((name, at) => ({ unit, subject: { teamName: `示例${name}${at + 1}班` } }));
}

const ENTRANTS: Readonly<Record<Kind, (n: number) => Entrant | undefined | 'no more'>> = {
  PROJECT: (n) => (n < PROJECTS ? projectEntrant(n) : 'no more'),
  ORGANIZATION: (n) => {
    const number = (n * 7 + 2) % UNITS;
    return n < UNITS ? { unit: number, subject: { organizationId: unit(number) } } : 'no more';
  },
  STUDIO: (n) => {
    if (n >= STUDIOS) return 'no more';
    const isOpen = standingOf(n) !== 'CLOSED' && standingOf(n) !== 'SUSPENDED';
    return isOpen ? { unit: employerOf(n), subject: { studioId: studio(n) } } : undefined;
  },
  COLLECTIVE: (n) => (n < UNITS ? teams((n * 11) % UNITS)[n % TEAMS.length] : 'no more'),
  RESULT: (n) => {
    if (n >= RESULTS) return 'no more';
    const isPublic = isRecognized(n) && !isConfidential(n);
    return isPublic ? { unit: makerOf(n), subject: { resultId: result(n) } } : undefined;
  },
  PERSON: () => 'no more',
};

function projectEntrant(n: number): Entrant {
  return { unit: ownerOf(n), subject: { projectId: project(n) } };
}
