import type { AwardTypes } from './awardTypes.ts';
import type { Batch } from './insert.ts';
import { nationDecisions } from './nationDecisions.ts';
import { nationGrants } from './nationGrants.ts';
import { nationUnits } from './nationUnits.ts';
import { nationWorks } from './nationWorks.ts';
import type { Places } from './places.ts';

/** Two million records and more, spread over all regions there are: to see how fast everything is then. */
export function nation(places: Places, awardTypes: AwardTypes): Batch[] {
  return [
    ...nationUnits(places),
    nationDecisions(places),
    ...nationWorks(places),
    nationGrants(places, awardTypes),
  ];
}
