import type { SummaryStatus, VetoReason } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { BadInputError } from '../../platform/errors.ts';
import { entry } from '../../platform/loaders.ts';
import { type Counts, countsOf, meanOf } from '../summaries/report.ts';

/** What a state of play is of: a competition, or one of its stages. */
export interface Subject {
  readonly competitionId: string;
  readonly stageId: string | null;
}

/** Entries of one region. */
export interface EntryTally {
  readonly regionId: string;
  readonly code: string | null;
  readonly entries: number;
  readonly active: number;
  readonly vetoed: number;
  readonly headcount: number;
}

/** Summaries of one region and status, before or after their last day. */
export interface SummaryTally {
  readonly regionId: string;
  readonly status: SummaryStatus;
  readonly isPast: boolean;
  readonly count: number;
}

/** Totals of the ranked entries of one region. */
export interface TotalTally {
  readonly regionId: string;
  readonly count: number;
  readonly sum: Prisma.Decimal;
}

export interface Mover {
  readonly entryId: string;
  readonly rank: number;
  readonly previousRank: number;
}

export interface VetoInForce {
  readonly vetoId: string;
  readonly entryId: string;
  readonly reason: VetoReason;
  readonly occurredOn: Date;
  readonly confirmedAt: Date;
}

/** The parts of a state of play: each is read once somebody asks for it, or was kept. */
export interface StateOfPlay extends Subject {
  readonly asOf: Date;
  readonly entries: () => Promise<readonly EntryTally[]>;
  readonly summaries: () => Promise<readonly SummaryTally[]>;
  readonly totals: () => Promise<readonly TotalTally[]>;
  readonly movers: () => Promise<readonly Mover[]>;
  readonly vetoes: () => Promise<readonly VetoInForce[]>;
}

/** How a region stands. */
export interface RegionStanding {
  readonly regionId: string;
  readonly entries: number;
  readonly active: number;
  readonly vetoed: number;
  readonly headcount: number;
  readonly averageTotal: Prisma.Decimal | null;
  readonly summaries: Counts;
}

/** Of these a state of play tells so many at most. */
export const MOST_REGIONS = 200;
export const MOST_MOVERS = 50;
export const MOST_VETOES = 50;

/** What an Int holds at most. */
export const LARGEST = 2 ** 31 - 1;
/** Places of a total behind the point, and of an average. */
export const PLACES = 2;

export const USUAL_MOVERS = 10;

/**
 * How many movers are told.
 * @throws {BadInputError}
 */
export function sizeOf(first: number | null | undefined): number {
  const size = first ?? USUAL_MOVERS;
  if (size >= 0 && size <= MOST_MOVERS) return size;
  throw new BadInputError(`first: expected 0 to ${MOST_MOVERS}, not ${size}.`);
}

type Figure = 'entries' | 'active' | 'vetoed' | 'headcount';

/** One figure of all regions together. */
export function sumOf(tallies: readonly EntryTally[], of: Figure): number {
  return Math.min(
    tallies.reduce((sum, tally) => sum + tally[of], 0),
    LARGEST,
  );
}

/** The mean of all totals, rounded half up to 2 places once; null where there is none. */
export function averageOf(totals: readonly TotalTally[]): Prisma.Decimal | null {
  const count = totals.reduce((sum, each) => sum + each.count, 0);
  const sum = totals.reduce((all, each) => all.plus(each.sum), new Prisma.Decimal(0));
  return count === 0 ? null : meanOf(sum, count, PLACES);
}

/** Each region with entries: those with most of them first, then by their codes. */
export function regionsOf(
  entries: readonly EntryTally[],
  summaries: readonly SummaryTally[],
  totals: readonly TotalTally[],
): RegionStanding[] {
  const ofSummaries = grouped(summaries);
  const ofTotals = grouped(totals);
  return entries
    .toSorted((one, other) => other.entries - one.entries || (key(one) < key(other) ? -1 : 1))
    .slice(0, MOST_REGIONS)
    .map(({ code: _, ...tally }) => ({
      ...tally,
      averageTotal: averageOf(ofTotals.get(tally.regionId) ?? []),
      summaries: countsOf(ofSummaries.get(tally.regionId) ?? []),
    }));
}

/** Regions without a code come after those with one. */
function key({ code, regionId }: EntryTally): string {
  return `${code ?? '~'} ${regionId}`;
}

function grouped<Tally extends { readonly regionId: string }>(
  tallies: readonly Tally[],
): Map<string, Tally[]> {
  const groups = new Map<string, Tally[]>();
  for (const tally of tallies) entry(groups, tally.regionId, () => []).push(tally);
  return groups;
}
