import { Prisma } from '../../generated/prisma/client.ts';
import type { Call } from '../../platform/call.ts';
import { type Derived, decimal, derivedOf, key } from '../../platform/derived.ts';
import { type Decimal, weighted } from '../scoring/arithmetic.ts';
import type { Scheme } from '../scoring/reads.ts';
import { type Candidate, type Ranked, ranked } from './ranks.ts';

export interface Scope {
  readonly competitionId: string;
  readonly trackId: string | null;
  /** None for the year, or where the competition has no stages. */
  readonly stageId: string | null;
}

/** The confirmed scores that a total rests on. */
export interface Part {
  readonly sheetId: string;
  readonly weight: Decimal;
}

export type Row = Ranked & {
  readonly regionId: string;
  readonly previousRank: number | null;
  readonly parts: readonly Part[];
};

const ONE = new Prisma.Decimal(1);

/** Who stands where by what is confirmed now. */
export async function computeRows(
  call: Call,
  scope: Scope,
  scheme: Scheme,
  previousId: string | null,
): Promise<Row[]> {
  const { prisma } = call.db;
  const { competitionId, trackId, stageId } = scope;
  const entries = await prisma.entry.findMany({
    where: { competitionId, ...(trackId && { trackId }), status: { in: ['ACTIVE', 'VETOED', 'CONCLUDED'] } },
    select: { id: true, status: true, regionId: true, submittedAt: true },
  });
  const stages = await prisma.stage.findMany({
    where: { competitionId, ...(stageId && { id: stageId }) },
    orderBy: { ordinal: 'asc' },
  });
  // A stage alone counts in full; a competition without stages has one sheet for the whole.
  const needed = stageId
    ? [{ stageId, weight: ONE }]
    : stages.length > 0
      ? stages.map(({ id, weight }) => ({ stageId: id as string | null, weight }))
      : [{ stageId: null, weight: ONE }];
  const sheets = await prisma.scoreSheet.findMany({
    where: {
      entryId: { in: entries.map(({ id }) => id) },
      kind: 'CONFIRMED',
      status: { not: 'SUPERSEDED' },
    },
    include: { items: { include: { criterion: { select: { dimension: true, itemType: true } } } } },
  });
  const vetoes = await prisma.veto.findMany({
    where: { entryId: { in: entries.map(({ id }) => id) }, status: 'CONFIRMED' },
    select: { entryId: true },
  });
  const before = previousId
    ? await prisma.standingRow.findMany({
        where: { standingId: previousId },
        select: { entryId: true, rank: true },
      })
    : [];

  const found = new Map(
    entries.map((entry) => {
      const own = needed.flatMap(({ stageId: of, weight }) => {
        const sheet = sheets.find((each) => each.entryId === entry.id && each.stageId === of);
        return sheet ? [{ sheet, weight }] : [];
      });
      return [entry.id, { entry, own: own.length === needed.length ? own : [] }];
    }),
  );
  const candidates = [...found.values()].map(
    ({ entry, own }): Candidate => ({
      entryId: entry.id,
      total:
        own.length > 0 ? weighted(own.map(({ sheet, weight }) => ({ total: sheet.total, weight }))) : null,
      isVetoed: entry.status === 'VETOED' || vetoes.some(({ entryId }) => entryId === entry.id),
      tie: own.length > 0 ? tieOf(scheme.tieRules, own) : [],
      appliedAt: scheme.isEarlierFirst ? entry.submittedAt : null,
    }),
  );
  const ranks = new Map(before.map(({ entryId, rank }) => [entryId, rank]));
  return ranked(candidates).map((row) => {
    const { entry, own } = found.get(row.entryId)!;
    return {
      ...row,
      regionId: entry.regionId,
      previousRank: ranks.get(row.entryId) ?? null,
      parts: own.map(({ sheet, weight }) => ({ sheetId: sheet.id, weight })),
    };
  });
}

interface Weighed {
  readonly weight: Decimal;
  readonly sheet: {
    readonly items: readonly { points: Decimal; criterion: { dimension: string; itemType: string } }[];
  };
}

/** The base points by which equals are told apart, by the weights of the stages. */
export function tieOf(rules: readonly string[], parts: readonly Weighed[]): Decimal[] {
  return rules.map((dimension) => {
    let sum = ONE.mul(0);
    for (const { sheet, weight } of parts) {
      for (const { points, criterion } of sheet.items) {
        if (criterion.dimension === dimension && criterion.itemType === 'BASE')
          sum = sum.plus(points.mul(weight));
      }
    }
    return sum;
  });
}

/** The published standing that movement is measured against: of the latest stage before, or for the year of the last one. */
export async function previousOf(
  { db }: Call,
  { competitionId, trackId, stageId }: Scope,
): Promise<string | null> {
  const { prisma } = db;
  const stage = stageId && (await prisma.stage.findUniqueOrThrow({ where: { id: stageId } }));
  const found = await prisma.standing.findFirst({
    where: {
      competitionId,
      trackId,
      status: 'PUBLISHED',
      stage: stage ? { ordinal: { lt: stage.ordinal } } : { isNot: null },
    },
    orderBy: { stage: { ordinal: 'desc' } },
  });
  return found?.id ?? null;
}

/** What was given, and counts, for one criterion. */
export interface Explained {
  readonly criterionId: string;
  readonly stageId: string | null;
  readonly weight: Decimal;
  readonly self: Decimal | null;
  readonly assessed: Decimal | null;
  readonly confirmed: Decimal;
  readonly maxPoints: Decimal;
}

/** Items that explain one row at most. */
export const MOST_EXPLAINED = 200;

/** The points that the total of a row rests on, in the order of stages and criteria. */
export const BREAKDOWN: Derived = {
  needs: ['id'],
  columns: {
    criterionId: key('i.criterion_id'),
    stageId: key('s.stage_id'),
    weight: decimal('p.weight'),
    self: decimal('i.self_points', true),
    assessed: decimal('i.assessed_points', true),
    confirmed: decimal('i.points'),
    maxPoints: decimal('c.max_points'),
  },
  from: ({ column }) => `standing_part p join score_sheet s on s.id = p.sheet_id
    join score_item i on i.sheet_id = s.id join criterion c on c.id = i.criterion_id
    where p.row_id = ${column('id')} order by p.ordinal, i.ordinal limit ${MOST_EXPLAINED}`,
};

export function breakdowns(ids: readonly string[], call: Call): Promise<Explained[][]> {
  return derivedOf(BREAKDOWN, ids, call);
}
