import { usualRoute } from '../../../src/features/competitions/rules.ts';
import type { AdminLevel, EntryStatus } from '../../../src/generated/prisma/client.ts';
import { competition, track } from './competitions.ts';
import {
  contests,
  countyContest,
  countyStatus,
  type Kind,
  MERIT,
  MERIT_BEFORE,
  OTHER,
  UNIT_CONTESTS,
  unitContest,
  unitOfContest,
} from './contests.ts';
import { morning, plus } from './days.ts';
import { type Entrant, entrants, projectsBegun, teams } from './entrants.ts';
import { ACTIVE, ASKING, MIXED, OVER } from './entryStates.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow } from './insert.ts';
import { HOMES, homeOf, type Places } from './places.ts';
import { PROJECTS } from './projects.ts';
import { between, chance, maybe } from './random.ts';
import { LAST_TOLD, TOLD, TOLD_HOMES, TOLD_TEAMS } from './toldContests.ts';
import { unit } from './units.ts';

type Entry = NewRow<'Entry'>;

/** The entrants of one kind in a competition. */
interface Field {
  readonly contest: number;
  readonly kind: Kind;
  readonly entrants: readonly Entrant[];
  /** In which states they are, one after the other. */
  readonly states: readonly EntryStatus[];
  readonly openedOn: string;
}

const entryIds = ids('entry');
/** More than a competition has entries. */
const ROOM = 1000;

const headcountOf = maybe('head count of an entry', between('workers in an entry', 3, 900));
const dayOf = between('day of an application', 0, 22);
const hasPlan = chance('an entry has a plan', 0.3);

/** One of a competition's entries, in their order. */
export function entry(contest: number, n: number): string {
  return entryIds(contest * ROOM + n);
}

/** The entries: every project in the merit competition, and of all kinds, in all states, in the others. */
export function entries(places: Places): Batch {
  const numbers = new Map<number, number>();
  const routes = new Map(contests(places).map(({ number, level }) => [number, usualRoute(level)]));
  return batch(
    'Entry',
    fields().flatMap((field) =>
      field.entrants.map((entrant, at) => {
        const n = numbers.get(field.contest) ?? 0;
        numbers.set(field.contest, n + 1);
        return entryRow(n, field, entrant, field.states[at % field.states.length]!, routes, places);
      }),
    ),
  );
}

function fields(): Field[] {
  const homes = Array.from({ length: HOMES }, (_, home) => home);
  return [
    { ...of(MERIT, 'PROJECT', PROJECTS), states: ACTIVE },
    of(MERIT, 'ORGANIZATION', 120),
    of(MERIT, 'STUDIO', 100),
    of(MERIT, 'COLLECTIVE', 150),
    of(MERIT, 'RESULT', 60),
    {
      contest: MERIT_BEFORE,
      kind: 'PROJECT',
      entrants: projectsBegun('2025-01-20'),
      states: OVER,
      openedOn: '2025-01-20',
    },
    { ...of(MERIT_BEFORE, 'ORGANIZATION', 60), states: OVER, openedOn: '2025-01-20' },
    { ...of(MERIT_BEFORE, 'COLLECTIVE', 40), states: OVER, openedOn: '2025-01-20' },
    ...homes.flatMap(inCounty),
    ...Array.from({ length: UNIT_CONTESTS }, (_, n) => inUnit(n)).filter(({ unit }) => {
      return countyStatus(homeOf(unit)) === 'RUNNING';
    }),
    { ...of(OTHER, 'COLLECTIVE', 12), states: ACTIVE, openedOn: '2026-01-15' },
    { ...of(OTHER + 1, 'ORGANIZATION', 15), states: ASKING, openedOn: '2026-06-06' },
    { ...of(OTHER + 1, 'STUDIO', 15), states: ASKING, openedOn: '2026-06-06' },
    { ...of(OTHER + 2, 'ORGANIZATION', 20), openedOn: '2026-02-08' },
    { ...of(OTHER + 3, 'ORGANIZATION', 12), states: ACTIVE, openedOn: '2025-11-15' },
    { ...of(OTHER + 9, 'RESULT', 12), states: OVER, openedOn: '2024-01-20' },
    { ...of(LAST_TOLD, 'COLLECTIVE', 5), states: ACTIVE, openedOn: '2025-06-15' },
    {
      contest: TOLD,
      kind: 'COLLECTIVE',
      entrants: TOLD_HOMES.flatMap((home) => entrants('COLLECTIVE', TOLD_TEAMS, home)),
      states: ['RECOMMENDED'],
      openedOn: '2026-01-12',
    },
  ];
}

function of(contest: number, kind: Kind, count: number): Field {
  return { contest, kind, entrants: entrants(kind, count), states: MIXED, openedOn: '2026-01-20' };
}

/** What a county's competition has by now; in the one that only opened, units still ask. */
function inCounty(home: number): Field[] {
  const contest = countyContest(home, 2026);
  if (countyStatus(home) === 'PUBLISHED') return [];
  const isOpening = countyStatus(home) === 'APPLYING';
  const common = isOpening
    ? { states: ASKING, openedOn: '2026-06-06' }
    : { states: MIXED, openedOn: '2026-01-25' };
  return (['PROJECT', 'COLLECTIVE'] as const).map((kind) => ({
    contest,
    kind,
    entrants: entrants(kind, 12, home),
    ...common,
  }));
}

function inUnit(n: number): Field & { unit: number } {
  const unit = unitOfContest(n);
  const entrants = teams(unit);
  return {
    unit,
    contest: unitContest(n),
    kind: 'COLLECTIVE',
    entrants,
    states: ACTIVE,
    openedOn: '2026-02-07',
  };
}

function entryRow(
  n: number,
  field: Field,
  entrant: Entrant,
  status: EntryStatus,
  routes: ReadonlyMap<number, readonly AdminLevel[]>,
  { homes }: Places,
): Entry {
  const { contest, kind, openedOn } = field;
  const route = status === 'DRAFT' ? [] : routes.get(contest)!;
  const number = contest * ROOM + n;
  const approvedAt = daysOf(number, status, openedOn).approvedAt;
  return {
    id: entry(contest, n),
    entryNo: approvedAt && `示例${openedOn.slice(0, 4)}-${contest}-${String(n + 1).padStart(4, '0')}`,
    teamName: null,
    plan: hasPlan(number) ? '示例：比进度、比质量、比安全' : null,
    leadingGroup: number % 3 === 0 ? '示例：由单位负责人和工会主席组成' : null,
    headcount: headcountOf(number),
    status,
    route: [...route],
    step: route.length > 0 ? stepOf(status, route) : null,
    ...daysOf(number, status, openedOn),
    isDemo: true,
    regionId: homes[homeOf(entrant.unit)]!.id,
    competitionId: competition(contest),
    trackId: track(contest, kind),
    applicantId: unit(entrant.unit),
    projectId: null,
    organizationId: null,
    studioId: null,
    resultId: null,
    ...entrant.subject,
  };
}

/** Which level of the route has it before it, or had it last. */
function stepOf(status: EntryStatus, route: readonly AdminLevel[]): number {
  return ['SUBMITTED', 'RETURNED'].includes(status) ? 0 : route.length - 1;
}

function daysOf(n: number, status: EntryStatus, openedOn: string) {
  const submittedOn = plus(openedOn, dayOf(n));
  const isApproved = ['APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED'].includes(status);
  const isClosed = ['CONCLUDED', 'REJECTED', 'WITHDRAWN'].includes(status);
  return {
    submittedAt: status === 'DRAFT' ? null : morning(submittedOn),
    approvedAt: isApproved ? morning(plus(submittedOn, 16)) : null,
    closedAt: isClosed ? morning(plus(submittedOn, isApproved ? 270 : 10)) : null,
  };
}
