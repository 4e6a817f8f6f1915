import { ids } from './ids.ts';
import { type Batch, batch, type NewRow, times } from './insert.ts';
import { cityFederation, DEPARTMENT_COUNT, department } from './offices.ts';
import { UNITS, unit } from './units.ts';

/** Workers of each unit. */
const EACH = 3;
/** Every so many workers two have one name. */
const NAMESAKES_EVERY = 50;

const person = ids('person');
export const official = ids('official');
/** Officials of the departments, and behind them those of the federation. */
export const FEDERATION_OFFICIALS = 3;

/** The first, second or third worker of a unit. */
export function workerOf(unit: number, which = 0): string {
  return person(unit + which * UNITS);
}

/** The workers of the units, and the officials of the departments and of the federation. */
export function people(): Batch[] {
  return [
    batch('Person', times(UNITS * EACH, worker)),
    batch(
      'Person',
      times(DEPARTMENT_COUNT + FEDERATION_OFFICIALS, (n) => ({
        id: official(n),
        name: `示例委员${String(n + 1).padStart(2, '0')}`,
        nameEn: null,
        employerId: n < DEPARTMENT_COUNT ? department(n) : cityFederation,
        isDemo: true,
      })),
    ),
  ];
}

function worker(n: number): NewRow<'Person'> {
  const named = n % NAMESAKES_EVERY === NAMESAKES_EVERY - 1 ? n : n + 1;
  return {
    id: person(n),
    name: `示例职工${String(named).padStart(4, '0')}`,
    nameEn: n % 10 === 0 ? `Example worker ${named}` : null,
    employerId: unit(n % UNITS),
    isDemo: true,
  };
}
