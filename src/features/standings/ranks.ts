import type { UnrankedReason } from '../../generated/prisma/client.ts';
import type { Decimal } from '../scoring/arithmetic.ts';

/** An entry that is to be ranked. */
export interface Candidate {
  readonly entryId: string;
  /** Absent where confirmed scores are missing. */
  readonly total: Decimal | null;
  readonly isVetoed: boolean;
  /** Points by which equals are told apart, one after the other. */
  readonly tie: readonly Decimal[];
  /** When it was applied for; null where that decides nothing. */
  readonly appliedAt: Date | null;
}

export interface Ranked extends Candidate {
  readonly ordinal: number;
  readonly rank: number | null;
  readonly unrankedReason: UnrankedReason | null;
  readonly toNext: Decimal | null;
  readonly isTied: boolean;
}

/**
 * Ranks: the higher total first, then by the points that tell equals apart, then the earlier application; those
 * that are equal still share a rank, and the ranks after them are left out (1, 2, 2, 4). Whoever has no confirmed
 * total or is vetoed has no rank and comes last. Equals are listed by their ids.
 */
export function ranked(candidates: readonly Candidate[]): Ranked[] {
  const all = candidates.toSorted((one, other) => (one.entryId < other.entryId ? -1 : 1));
  const placed = all.filter((each) => reasonOf(each) === null).toSorted(compare);
  const ranks: number[] = [];
  for (const [n, each] of placed.entries()) {
    ranks.push(n > 0 && compare(placed[n - 1]!, each) === 0 ? ranks[n - 1]! : n + 1);
  }
  const rows = placed.map((each, n) => {
    const rank = ranks[n]!;
    // Ranks are places of their first ones: the one before that is the last of the next better rank.
    const better = rank > 1 ? placed[rank - 2]! : undefined;
    const toNext = better ? better.total!.minus(each.total!) : null;
    const isTied = ranks[n - 1] === rank || ranks[n + 1] === rank;
    return { ...each, ordinal: n + 1, rank, unrankedReason: null, toNext, isTied };
  });
  const others = all
    .filter((each) => reasonOf(each) !== null)
    .map((each, n) => ({
      ...each,
      ordinal: rows.length + n + 1,
      rank: null,
      unrankedReason: reasonOf(each),
      toNext: null,
      isTied: false,
    }));
  return [...rows, ...others];
}

function reasonOf({ isVetoed, total }: Candidate): UnrankedReason | null {
  if (isVetoed) return 'VETOED';
  return total === null ? 'MISSING_SCORE' : null;
}

/** Below 0 where the first one stands before the other, 0 where nothing tells them apart. */
export function compare(one: Candidate, other: Candidate): number {
  const byTotal = other.total!.cmp(one.total!);
  if (byTotal !== 0) return byTotal;
  for (const [n, points] of one.tie.entries()) {
    const byPoints = other.tie[n]!.cmp(points);
    if (byPoints !== 0) return byPoints;
  }
  return Number(one.appliedAt ?? 0) - Number(other.appliedAt ?? 0);
}
