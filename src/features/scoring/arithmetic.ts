import {
  type CriterionDimension,
  Prisma,
  type ScoreAggregation,
  type ScoreItemType,
  type ScoringMethod,
} from '../../generated/prisma/client.ts';

export type Decimal = Prisma.Decimal;

/** Wide enough for products and quotients of what columns hold: nothing is rounded before the end. */
const Exact = Prisma.Decimal.clone({ precision: 60, rounding: Prisma.Decimal.ROUND_HALF_UP });
const ZERO = new Prisma.Decimal(0);

/** Points and totals have two places; halves are rounded away from zero (四舍五入). All rounding of scores is here. */
export function rounded(value: Decimal): Decimal {
  return new Prisma.Decimal(value.toFixed(2, Prisma.Decimal.ROUND_HALF_UP));
}

/** What a method needs to know besides the most points. */
export interface Params {
  /** RATIO: what is aimed at. */
  readonly target?: string;
  /** TIERED: from each threshold on, so many points; below the lowest none. */
  readonly tiers?: readonly { readonly from: string; readonly points: string }[];
  /** DEDUCT_FROM_FULL: points for each fault. */
  readonly pointsOff?: string;
}

/** A criterion as far as points go. */
export interface Scored {
  readonly id: string;
  readonly parentId: string | null;
  readonly dimension: CriterionDimension;
  readonly itemType: ScoreItemType;
  readonly maxPoints: Decimal;
  readonly method: ScoringMethod;
  readonly params: Params | null;
}

/** Points by criteria that have no parts. */
export type Points = ReadonlyMap<string, Decimal>;

/** The points that follow from what was reached or counted; of deductions 0 or less. */
export function pointsFrom({ method, params, maxPoints, itemType }: Scored, measure: Decimal): Decimal {
  const [most, reached] = [new Exact(maxPoints), new Exact(measure)];
  switch (method) {
    case 'RATIO':
      return rounded(within(ZERO, most.mul(reached).div(params!.target!), most));
    case 'TIERED': {
      const open = params!.tiers!.filter(({ from }) => reached.gte(from));
      const best = open.reduce<Decimal | undefined>(
        (highest, { from }) => (highest?.gte(from) ? highest : new Exact(from)),
        undefined,
      );
      return rounded(new Exact(open.find(({ from }) => best?.eq(from))?.points ?? 0));
    }
    case 'DEDUCT_FROM_FULL': {
      const off = within(ZERO, reached.mul(params!.pointsOff!), most);
      return rounded(itemType === 'DEDUCTION' ? off.neg() : most.minus(off));
    }
    case 'MANUAL':
      throw new Error('Manual points follow from nothing.');
  }
}

export interface Total {
  readonly base: Decimal;
  /** As far as it counts. */
  readonly bonus: Decimal;
  /** 0 or less. */
  readonly deductions: Decimal;
  /** Never below 0. */
  readonly total: Decimal;
  /** The points of every criterion, of those with parts too. */
  readonly byCriterion: ReadonlyMap<string, Decimal>;
}

/**
 * The total of these points; what is not there counts 0. Parts of a base criterion are added up; of the parts of
 * a bonus only the highest counts; deductions of parts go no further than the criterion's most. All bonuses
 * together count up to the cap.
 */
export function totalOf(criteria: readonly Scored[], bonusCap: Decimal | null, points: Points): Total {
  const byCriterion = new Map<string, Decimal>();
  for (const criterion of criteria) {
    const parts = criteria.filter(({ parentId }) => parentId === criterion.id);
    const own = parts.length > 0 ? joined(criterion, parts, points) : (points.get(criterion.id) ?? ZERO);
    byCriterion.set(criterion.id, own);
  }
  const sumOf = (type: ScoreItemType) =>
    criteria
      .filter(({ itemType, parentId }) => itemType === type && parentId === null)
      .reduce((sum, { id }) => sum.plus(byCriterion.get(id)!), ZERO);
  const base = sumOf('BASE');
  const bonus = within(ZERO, sumOf('BONUS'), bonusCap ?? ZERO);
  const deductions = sumOf('DEDUCTION');
  const sum = base.plus(bonus).plus(deductions);
  return { base, bonus, deductions, total: sum.lt(0) ? ZERO : sum, byCriterion };
}

function joined({ itemType, maxPoints }: Scored, parts: readonly Scored[], points: Points): Decimal {
  const each = parts.map(({ id }) => points.get(id) ?? ZERO);
  if (itemType === 'BONUS') return each.reduce((most, one) => (one.gt(most) ? one : most), ZERO);
  const sum = each.reduce((total, one) => total.plus(one), ZERO);
  return itemType === 'DEDUCTION' && sum.lt(maxPoints.neg()) ? maxPoints.neg() : sum;
}

/** What several gave for the same, as one. A trimmed mean of fewer than three is their mean. */
export function aggregated(how: ScoreAggregation, given: readonly Decimal[]): Decimal {
  const sorted = given.map((each) => new Exact(each)).toSorted((one, other) => one.cmp(other));
  const mean = (all: readonly Decimal[]) =>
    rounded(all.reduce((sum, each) => sum.plus(each), new Exact(0)).div(all.length));
  if (how === 'MEDIAN') {
    const half = Math.floor(sorted.length / 2);
    return mean(sorted.length % 2 === 1 ? [sorted[half]!] : sorted.slice(half - 1, half + 1));
  }
  return mean(how === 'TRIMMED_MEAN' && sorted.length > 2 ? sorted.slice(1, -1) : sorted);
}

/** The totals of stages by their weights. */
export function weighted(parts: readonly { readonly total: Decimal; readonly weight: Decimal }[]): Decimal {
  return rounded(parts.reduce((sum, { total, weight }) => sum.plus(total.mul(weight)), new Exact(0)));
}

/** The criteria that are scored: those without parts. */
export function leavesOf<C extends { readonly id: string; readonly parentId: string | null }>(
  criteria: readonly C[],
): C[] {
  const withParts = new Set(criteria.map(({ parentId }) => parentId));
  return criteria.filter(({ id }) => !withParts.has(id));
}

function within(least: Decimal, value: Decimal, most: Decimal): Decimal {
  if (value.lt(least)) return least;
  return value.gt(most) ? most : value;
}
