import { ACTIVE_GROUPS, GROUPS, groupRow } from './groups.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow, times } from './insert.ts';
import { LASTING, LASTING_PAIRS, PAIRS, pairOf } from './pairs.ts';
import type { Places } from './places.ts';
import { UNITS, unit } from './units.ts';

/** As many as Yantai counted. */
const MORE_GROUPS = 9869 - ACTIVE_GROUPS;
const MORE_PAIRS = 26_000 - LASTING_PAIRS;
const APPRENTICES_EACH = 2;
/** Behind the numbers in the names of the other workers. */
const NAMED_FROM = 10_001;

const worker = ids('worker of the city');

/** What the year lacks to Yantai's numbers of innovation groups and mentor pairs, with the people for the pairs. */
export function city(places: Places): Batch[] {
  return [
    batch('Person', times(mentorOf(MORE_PAIRS), workerRow)),
    batch(
      'InnovationGroup',
      times(MORE_GROUPS, (n) => groupRow(GROUPS + n, places)),
    ),
    batch(
      'MentorPair',
      times(MORE_PAIRS, (n) => ({
        ...pairOf(PAIRS + n, employerOf(n), LASTING[n % LASTING.length]!, places),
        mentorId: worker(mentorOf(n)),
        apprenticeId: worker(n),
        studioId: null,
      })),
    ),
  ];
}

/** The apprentices have the first numbers; each mentor has two of one unit. */
function mentorOf(pair: number): number {
  return MORE_PAIRS + Math.floor(pair / APPRENTICES_EACH);
}

function employerOf(pair: number): number {
  return (Math.floor(pair / APPRENTICES_EACH) * 11 + 5) % UNITS;
}

function workerRow(n: number): NewRow<'Person'> {
  const pair = n < MORE_PAIRS ? n : (n - MORE_PAIRS) * APPRENTICES_EACH;
  return {
    id: worker(n),
    name: `示例职工${NAMED_FROM + n}`,
    nameEn: null,
    employerId: unit(employerOf(pair)),
    isDemo: true,
  };
}
