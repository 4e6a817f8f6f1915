import { InvalidError } from '../../../platform/refusals.ts';
import { type Decimal, leavesOf, pointsFrom, totalOf } from '../arithmetic.ts';
import { isMeasure } from '../criteria.ts';
import type { Scheme } from '../reads.ts';

type Criterion = Scheme['criteria'][number];

/** What is given for a criterion: points, or what was reached where they follow from it. */
export interface ItemDraft {
  readonly criterionId: string;
  readonly points?: Decimal | null | undefined;
  readonly measure?: Decimal | null | undefined;
  readonly comment?: string | null | undefined;
  readonly evidence?: string | null | undefined;
}

export interface Item {
  readonly criterionId: string;
  readonly points: Decimal;
  readonly measure: Decimal | null;
  readonly comment: string | null;
  readonly evidence: string | null;
  readonly ordinal: number;
}

/** The criteria that somebody scores for this organization: all that no other department scores. */
export function criteriaFor({ criteria }: Scheme, organizationId: string | null): Criterion[] {
  return leavesOf(criteria).filter((criterion) => {
    const department = departmentOf(criteria, criterion);
    return department === null || organizationId === null || department === organizationId;
  });
}

export function departmentOf(
  criteria: readonly Criterion[],
  { assessorOrganizationId, parentId }: Criterion,
) {
  const parent = criteria.find(({ id }) => id === parentId);
  return assessorOrganizationId ?? parent?.assessorOrganizationId ?? null;
}

/** What is given as items of these criteria. @throws {InvalidError} with the path of what does not fit */
export function itemsOf(criteria: readonly Criterion[], drafts: readonly ItemDraft[]): Item[] {
  const known = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const done = new Set<string>();
  return drafts.map((draft, n) => {
    const at = (name: string) => ['items', String(n), name];
    const criterion = known.get(draft.criterionId);
    if (!criterion) {
      throw new InvalidError(
        'This is no criterion that you score here.',
        '该指标不在评分范围内。',
        at('criterion'),
      );
    }
    if (done.has(criterion.id)) {
      throw new InvalidError(
        `${criterion.code} stands twice.`,
        `指标 ${criterion.code} 重复。`,
        at('criterion'),
      );
    }
    done.add(criterion.id);
    const { comment, evidence } = draft;
    return {
      criterionId: criterion.id,
      ...scored(criterion, draft, at),
      comment: comment?.trim() || null,
      evidence: evidence?.trim() || null,
      ordinal: criterion.ordinal,
    };
  });
}

function scored(criterion: Criterion, { points, measure }: ItemDraft, at: (name: string) => string[]) {
  const { method, code } = criterion;
  if (method === 'MANUAL') {
    if (measure != null)
      throw new InvalidError(`${code} takes points.`, `指标 ${code} 直接填写得分。`, at('measure'));
    if (points == null)
      throw new InvalidError(`${code} needs points.`, `请填写指标 ${code} 的得分。`, at('points'));
    checkBounds(criterion, points, at('points'));
    return { points, measure: null };
  }
  if (points != null) {
    const message = `The points of ${code} follow from what was reached.`;
    throw new InvalidError(message, `指标 ${code} 的得分由实绩计算。`, at('points'));
  }
  const isCount = method === 'DEDUCT_FROM_FULL';
  if (measure == null || !isMeasure(measure, -1) || (isCount && !measure.isInteger())) {
    const needs = isCount ? 'a whole number, 0 or more' : 'a number, 0 or more, with four places at most';
    throw new InvalidError(`${code} needs ${needs}.`, `请填写指标 ${code} 的实绩,不得为负。`, at('measure'));
  }
  return { points: pointsFrom(criterion, measure), measure };
}

/** @throws {InvalidError} where these are more points than the criterion gives, or too exact */
export function checkBounds({ code, itemType, maxPoints }: Criterion, points: Decimal, path: string[]): void {
  const [least, most] =
    itemType === 'DEDUCTION' ? [maxPoints.neg(), maxPoints.mul(0)] : [maxPoints.mul(0), maxPoints];
  if (points.gte(least) && points.lte(most) && points.dp() <= 2) return;
  throw new InvalidError(
    `${code} gives ${least.toFixed()} to ${most.toFixed()} points, with two places.`,
    `指标 ${code} 的得分应在 ${least.toFixed()} 至 ${most.toFixed()} 之间,最多两位小数。`,
    path,
  );
}

/** The total of the items by the scheme's rules. */
export function totalOfItems(
  { criteria, bonusCap }: Scheme,
  items: readonly Pick<Item, 'criterionId' | 'points'>[],
) {
  return totalOf(criteria, bonusCap, new Map(items.map(({ criterionId, points }) => [criterionId, points])))
    .total;
}

/** Codes of what must be scored and is not, and of what must be proved and is not. */
export function missingOf(
  criteria: readonly Criterion[],
  items: readonly Pick<Item, 'criterionId' | 'points' | 'evidence'>[],
): string[] {
  const found = new Map(items.map((item) => [item.criterionId, item]));
  return criteria.flatMap(({ id, code, itemType, isEvidenceRequired }) => {
    const item = found.get(id);
    if (!item) return itemType === 'BASE' ? [code] : [];
    return isEvidenceRequired && !item.evidence && !item.points.isZero() ? [`${code}.evidence`] : [];
  });
}
