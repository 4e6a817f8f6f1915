import type { AdminLevel, ProjectLevel } from '../../../src/generated/prisma/client.ts';
import { plus } from './days.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow, times } from './insert.ts';
import { decidedOn, levelOf, nationDecision, YEARS } from './nationDecisions.ts';
import { NATION_UNITS, nationPerson, nationPlace, nationUnit, numbered } from './nationUnits.ts';
import type { Places } from './places.ts';
import { between, chance, maybe, pick } from './random.ts';

export const NATION_PROJECTS = 300_000;
const STUDIOS = 100_000;

export const nationProject = ids('project of the nation');
const participation = ids('participant of the nation');
const studio = ids('studio of the nation');
const title = ids('title of the nation');

const KEY: Readonly<Partial<Record<AdminLevel, ProjectLevel>>> = {
  NATIONAL: 'NATIONAL_KEY',
  PROVINCIAL: 'PROVINCIAL_KEY',
  MUNICIPAL: 'MUNICIPAL_KEY',
  COUNTY: 'COUNTY_KEY',
};
const millionsOf = maybe('investment of the nation', between('millions', 5, 5000));
const dayOf = between('day of a start', 0, 3600);
const startOf = maybe('start in the nation', (n) => plus('2016-01-01', dayOf(n)));
const statusOf = pick('status in the nation', [
  'UNDER_CONSTRUCTION',
  'COMPLETED',
  'COMPLETED',
  'PLANNED',
] as const);
const headcountOf = maybe('head count in the nation', between('workers', 5, 900));
const kindOf = pick('kind in the nation', ['WORKER', 'WORKER', 'MODEL_WORKER', 'CRAFTSMAN'] as const);
const fieldOf = pick('field in the nation', ['焊接', '电力检修', '数控加工', '桥梁施工', '信息化']);
const foundingOf = maybe('founding in the nation', (n) => plus('2006-01-01', dayOf(n)));
const yearOf = between('year of a title in the nation', 0, YEARS - 1);
const hasTitle = chance('a studio has a title', 0.95);

/** Projects with their owners, and studios with their titles: a place names those that lie in it. */
export function nationWorks(places: Places): Batch[] {
  return [
    batch(
      'Project',
      times(NATION_PROJECTS, (n) => projectRow(n, places)),
    ),
    batch('ProjectParticipant', times(NATION_PROJECTS, ownership)),
    batch(
      'Studio',
      times(STUDIOS, (n) => studioRow(n, places)),
    ),
    batch(
      'StudioTitle',
      times(STUDIOS, (n) => (hasTitle(n) ? titleRow(n, places) : [])),
    ),
  ];
}

function projectRow(n: number, places: Places): NewRow<'Project'> {
  const { id: regionId, level } = places.all[nationPlace(n % NATION_UNITS, places)]!;
  const millions = millionsOf(n);
  const start = startOf(n);
  return {
    id: nationProject(n),
    name: `示例工程${numbered(n)}号项目`,
    level: KEY[levelOf(level)]!,
    plannedInvestment: millions && millions * 1e6,
    plannedStart: start,
    plannedEnd: start && plus(start, 700),
    status: statusOf(n),
    isDemo: true,
    regionId,
    ownerId: nationUnit(n % NATION_UNITS),
  };
}

function ownership(n: number): NewRow<'ProjectParticipant'> {
  return {
    id: participation(n),
    role: 'OWNER',
    headcount: headcountOf(n),
    projectId: nationProject(n),
    organizationId: nationUnit(n % NATION_UNITS),
  };
}

function studioRow(n: number, places: Places): NewRow<'Studio'> {
  return {
    id: studio(n),
    name: `示例${fieldOf(n)}创新工作室${numbered(n)}`,
    kind: kindOf(n),
    foundedOn: foundingOf(n),
    isDemo: true,
    regionId: places.all[nationPlace(n % NATION_UNITS, places)]!.id,
    employerId: nationUnit(n % NATION_UNITS),
    // The person of that number works at the same unit.
    leadId: nationPerson(n),
  };
}

function titleRow(n: number, places: Places): NewRow<'StudioTitle'> {
  const place = nationPlace(n % NATION_UNITS, places);
  const year = yearOf(n);
  const validFrom = decidedOn('NAME', year);
  return {
    id: title(n),
    studioId: studio(n),
    level: levelOf(places.all[place]!.level),
    batchYear: Number(validFrom.slice(0, 4)),
    status: 'NAMED',
    validFrom,
    nextReviewOn: n % 10 < 7 ? plus('2026-07-01', (n % 24) * 30) : null,
    decisionId: nationDecision('NAME', place, year),
  };
}
