import type { AwardTypes } from './awardTypes.ts';
import { committees } from './committee.ts';
import { competitions } from './competitions.ts';
import { corrections } from './corrections.ts';
import { entries } from './entries.ts';
import { grants, honors } from './grants.ts';
import { GROUPS, groupRow } from './groups.ts';
import { type Batch, batch, times } from './insert.ts';
import { namings } from './namings.ts';
import { offices } from './offices.ts';
import { PAIRS, pairRow } from './pairs.ts';
import { penglai } from './penglai.ts';
import { people } from './people.ts';
import type { Places } from './places.ts';
import { projects } from './projects.ts';
import { results } from './results.ts';
import { studios } from './studios.ts';
import { ownNamings, titles } from './titles.ts';
import { units } from './units.ts';

/** The demonstration year: a made-up 2026 of Yantai, with as many of everything as the city published. */
export function year(places: Places, awardTypes: AwardTypes): Batch[] {
  return [
    ...offices(places),
    ...units(places),
    ...people(),
    ...committees(places),
    namings(places),
    ownNamings(places),
    corrections(places),
    honors(places),
    ...projects(places),
    ...studios(places),
    titles(),
    batch(
      'InnovationGroup',
      times(GROUPS, (n) => groupRow(n, places)),
    ),
    batch(
      'MentorPair',
      times(PAIRS, (n) => pairRow(n, places)),
    ),
    ...results(places),
    ...competitions(places),
    entries(places),
    grants(places, awardTypes),
    ...penglai(places, awardTypes),
  ];
}
