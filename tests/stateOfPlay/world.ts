import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import type { EntryStatus, SummaryStatus } from '../../src/generated/prisma/client.ts';
import type { App } from '../kit/app.ts';
import { NOON } from '../kit/app.ts';

const EARLIER = new Date('2026-01-05T01:00:00Z');

/** An entry, where it counts, with its summaries of the two stages. */
export interface Entry {
  readonly status: EntryStatus;
  /** 0 is the county that officers look after, 1 its neighbor. */
  readonly county: 0 | 1;
  readonly isOfUnit: boolean;
  readonly headcount: number | null;
  readonly summaries: readonly { readonly status: SummaryStatus; readonly isPast: boolean }[];
  readonly veto: 'ALLEGED' | 'CONFIRMED' | 'LIFTED' | null;
}

/** A standing: whether of all or of a track, and for each set-up entry its total in hundredths and rank before. */
export interface Standing {
  readonly of: 'ALL' | 'TRACK';
  readonly stage: 0 | 1 | null;
  readonly isPublished: boolean;
  readonly rows: readonly { readonly total: number | null; readonly previousRank: number | null }[];
}

export interface World {
  readonly isFrozen: boolean;
  readonly entries: readonly Entry[];
  readonly standings: readonly Standing[];
}

const ENTRY_STATUS = fc.constantFrom<EntryStatus>(
  ...(['DRAFT', 'SUBMITTED', 'APPROVED', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'VETOED', 'CONCLUDED'] as const),
);
const SUMMARY_STATUS = fc.constantFrom<SummaryStatus>(
  ...(['NOT_DUE', 'DUE', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'WAIVED'] as const),
);
const summary = fc.record({ status: SUMMARY_STATUS, isPast: fc.boolean() });
const row = fc.record({
  total: fc.option(fc.integer({ min: 0, max: 10_500 }), { freq: 4 }),
  previousRank: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 3 }),
});
const entry: fc.Arbitrary<Entry> = fc.record({
  status: ENTRY_STATUS,
  county: fc.constantFrom<0 | 1>(0, 1),
  isOfUnit: fc.boolean(),
  headcount: fc.option(fc.integer({ min: 1, max: 100_000 })),
  summaries: fc.tuple(summary, summary),
  veto: fc.constantFrom('ALLEGED', 'CONFIRMED', 'LIFTED', null, null),
});
const SIZE = 9;

/** Up to one draft and one published standing for each stage, the year and what is ranked. */
export const worlds: fc.Arbitrary<World> = fc.record({
  isFrozen: fc.boolean(),
  entries: fc.array(entry, { minLength: 1, maxLength: SIZE }),
  standings: fc.uniqueArray(
    fc.record({
      of: fc.constantFrom<'ALL' | 'TRACK'>('ALL', 'TRACK'),
      stage: fc.constantFrom<0 | 1 | null>(0, 1, null),
      isPublished: fc.boolean(),
      rows: fc.array(row, { minLength: SIZE, maxLength: SIZE }),
    }),
    { maxLength: 8, selector: ({ of, stage, isPublished }) => `${of} ${stage} ${isPublished}` },
  ),
});

export const SET_UP: readonly EntryStatus[] = ['APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED'];

interface Where {
  readonly cityId: string;
  readonly countyIds: readonly [string, string];
  readonly unitId: string;
  readonly otherUnitIds: readonly [string, string];
  readonly raiserId: string;
}

/** The world in the database; gives the ids of what is in it. */
export async function built(
  app: App,
  { isFrozen, entries, standings }: World,
  { cityId, countyIds, unitId, otherUnitIds, raiserId }: Where,
) {
  const { prisma } = app.db;
  const { id: competitionId } = await app.competition({
    status: isFrozen ? 'FROZEN' : 'SCORING',
    regionId: cityId,
  });
  const stageIds = [(await app.stage({ competitionId })).id, (await app.stage({ competitionId })).id];
  const { id: trackId } = await app.track({ competitionId });
  const { id: schemeId } = await prisma.scoringScheme.create({
    data: {
      ...{ name: '示例方案', totalPoints: 100, aggregation: 'MEAN', competitionId },
      ...{ status: 'ACTIVE', openedAt: EARLIER },
    },
  });
  const entryIds: string[] = [];
  for (const each of entries) {
    const { status, county, isOfUnit, headcount, summaries, veto } = each;
    // The unit itself is in the first county.
    const applicantId = isOfUnit && county === 0 ? unitId : otherUnitIds[county];
    const regionId = countyIds[county];
    const { id } = await app.entry({ competitionId, status, applicantId, regionId, headcount });
    entryIds.push(id);
    if (SET_UP.includes(status)) {
      for (const [n, { status, isPast }] of summaries.entries()) {
        const dueOn = status === 'NOT_DUE' ? null : new Date(isPast ? '2026-04-30' : '2026-05-01');
        await app.stageSummary({ entryId: id, stageId: stageIds[n]!, status, dueOn });
      }
    }
    if (!veto) continue;
    await prisma.veto.create({
      data: {
        ...{ entryId: id, regionId, unitId: applicantId, raiserId, status: veto, description: '示例' },
        ...{ reason: 'FRAUD', occurredOn: new Date(Date.UTC(2026, 0, entryIds.length)) },
        ...(veto === 'ALLEGED' ? {} : { confirmedAt: EARLIER }),
        ...(veto === 'LIFTED' && { liftedAt: NOON }),
      },
    });
  }
  // A draft goes on from what is published: it has the revision after that.
  for (const each of standings.toSorted(
    (one, other) => Number(other.isPublished) - Number(one.isPublished),
  )) {
    const scope = {
      trackId: each.of === 'TRACK' ? trackId : null,
      stageId: each.stage === null ? null : stageIds[each.stage]!,
    };
    const before = await prisma.standing.findFirst({ where: { competitionId, ...scope } });
    const standing = await prisma.standing.create({
      data: {
        ...{ competitionId, schemeId, ...scope, computedAt: EARLIER },
        ...(each.isPublished && { status: 'PUBLISHED', publishedAt: NOON }),
        ...(before && { revision: 2, supersedesId: before.id }),
      },
    });
    const rows = rankedRows(entries, each).map(({ n, ...rest }, place) => ({
      ...rest,
      ...{ id: newId(), standingId: standing.id, entryId: entryIds[n]!, ordinal: place + 1 },
      regionId: countyIds[entries[n]!.county],
    }));
    await prisma.standingRow.createMany({ data: rows });
  }
  return { competitionId, stageIds, entryIds };
}

/** Rows of a standing in their order: those with a total by it, and then the others. */
export function rankedRows(entries: readonly Entry[], { rows }: Standing) {
  const all = entries.flatMap(({ status }, n) => (SET_UP.includes(status) ? [{ n, ...rows[n]! }] : []));
  const placed = all
    .filter(({ total }) => total !== null)
    .toSorted((a, b) => b.total! - a.total! || a.n - b.n);
  return [
    ...placed.map(({ n, total, previousRank }, place) => ({
      ...{ n, previousRank, rank: place + 1, unrankedReason: null },
      total: total! / 100,
      toNext: place === 0 ? null : 0,
    })),
    ...all
      .filter(({ total }) => total === null)
      .map(({ n, previousRank }) => ({
        ...{ n, previousRank, rank: null, unrankedReason: 'MISSING_SCORE' as const },
        ...{ total: null, toNext: null },
      })),
  ];
}
