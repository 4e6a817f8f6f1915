import type {
  CriterionDimension,
  ScoreAggregation,
  ScoreItemType,
  ScoringMethod,
} from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { InvalidError } from '../../platform/refusals.ts';
import type { Decimal, Params } from './arithmetic.ts';
import { PointsMismatchError } from './rules.ts';

/** A criterion as it is drawn up. */
export interface CriterionDraft {
  readonly code: string;
  readonly dimension: CriterionDimension;
  readonly name: string;
  readonly nameEn?: string | null | undefined;
  readonly itemType: ScoreItemType;
  readonly maxPoints: Decimal;
  readonly method: ScoringMethod;
  readonly target?: Decimal | null | undefined;
  readonly tiers?: readonly { readonly from: Decimal; readonly points: Decimal }[] | null | undefined;
  readonly pointsOff?: Decimal | null | undefined;
  readonly isEvidenceRequired?: boolean | null | undefined;
  readonly guidance?: string | null | undefined;
  readonly assessorOrganizationId?: string | null | undefined;
  readonly parts?: readonly Omit<CriterionDraft, 'parts'>[] | null | undefined;
}

/** A scheme as it is drawn up. */
export interface SchemeDraft {
  readonly name: string;
  readonly totalPoints: Decimal;
  readonly bonusCap?: Decimal | null | undefined;
  readonly aggregation: ScoreAggregation;
  readonly tieRules: readonly CriterionDimension[];
  readonly isEarlierFirst?: boolean | null | undefined;
  readonly criteria: readonly CriterionDraft[];
}

const MOST_CRITERIA = 100;
const MOST_TIERS = 20;
/** Points and totals fit their columns. */
const MOST_POINTS = 1000;

/** Methods by what the points do. */
const METHODS: Readonly<Record<ScoreItemType, readonly ScoringMethod[]>> = {
  BASE: ['MANUAL', 'RATIO', 'TIERED', 'DEDUCT_FROM_FULL'],
  BONUS: ['MANUAL', 'RATIO', 'TIERED'],
  DEDUCTION: ['MANUAL', 'DEDUCT_FROM_FULL'],
};

/** All criteria in their order, each with its parts behind it. @throws {InvalidError} where one is none */
export function checkCriteria(drafts: readonly CriterionDraft[]): void {
  const codes = new Set<string>();
  let count = 0;
  const check = (draft: CriterionDraft, path: readonly string[], parent?: CriterionDraft) => {
    if (++count > MOST_CRITERIA)
      refuse(path, `at most ${MOST_CRITERIA} criteria`, `评分指标最多 ${MOST_CRITERIA} 项。`);
    if (draft.code.trim() === '') refuse([...path, 'code'], 'expected a code', '请填写指标编码。');
    if (codes.has(draft.code))
      refuse([...path, 'code'], `the code ${draft.code} stands twice`, `指标编码 ${draft.code} 重复。`);
    codes.add(draft.code);
    if (draft.name.trim() === '') refuse([...path, 'name'], 'expected a name', '请填写指标名称。');
    checkPoints(draft.maxPoints, [...path, 'maxPoints']);
    if (parent && draft.itemType !== parent.itemType)
      refuse([...path, 'itemType'], 'parts are of the type of the whole', '子项的计分类型须与上级指标一致。');
    if (parent && draft.maxPoints.gt(parent.maxPoints))
      refuse([...path, 'maxPoints'], 'a part gives no more than the whole', '子项分值不得超过上级指标分值。');
    checkMethod(draft, path);
    for (const [n, part] of (draft.parts ?? []).entries()) check(part, [...path, 'parts', String(n)], draft);
  };
  for (const [n, draft] of drafts.entries()) check(draft, ['criteria', String(n)]);
}

export function checkPoints(points: Decimal, path: readonly string[]): void {
  if (points.lte(0) || points.gt(MOST_POINTS) || points.dp() > 2)
    refuse(
      path,
      `expected more than 0 and at most ${MOST_POINTS}, with two places`,
      `应大于 0、不超过 ${MOST_POINTS},最多两位小数。`,
    );
}

function checkMethod(draft: CriterionDraft, path: readonly string[]): void {
  const { method, itemType, target, tiers, pointsOff, maxPoints, parts } = draft;
  if (!METHODS[itemType].includes(method))
    refuse([...path, 'method'], `${itemType} is not scored by ${method}`, '该计分类型不适用此计分方法。');
  if (parts && parts.length > 0 && method !== 'MANUAL')
    refuse([...path, 'method'], 'what has parts is the sum of them', '有子项的指标由子项合计,不设计分方法。');
  const needs = {
    target: method === 'RATIO',
    tiers: method === 'TIERED',
    pointsOff: method === 'DEDUCT_FROM_FULL',
  };
  for (const [name, isNeeded] of Object.entries(needs)) {
    const isGiven = draft[name as keyof typeof needs] != null;
    if (isGiven !== isNeeded)
      refuse(
        [...path, name],
        isNeeded ? `${method} needs it` : `${method} takes none`,
        isNeeded ? '该计分方法须填写此项。' : '该计分方法不填写此项。',
      );
  }
  if (target && !isMeasure(target, 0))
    refuse([...path, 'target'], 'expected more than 0', '目标值应大于 0。');
  if (pointsOff && (pointsOff.lte(0) || pointsOff.gt(maxPoints) || pointsOff.dp() > 2))
    refuse(
      [...path, 'pointsOff'],
      'expected more than 0 and at most all points',
      '每项扣分应大于 0 且不超过分值。',
    );
  if (tiers) checkTiers(tiers, maxPoints, [...path, 'tiers']);
}

function checkTiers(
  tiers: NonNullable<CriterionDraft['tiers']>,
  maxPoints: Decimal,
  path: readonly string[],
): void {
  if (tiers.length < 1 || tiers.length > MOST_TIERS)
    refuse(path, `expected 1 to ${MOST_TIERS} thresholds`, `分档应为 1 至 ${MOST_TIERS} 档。`);
  for (const [n, { from, points }] of tiers.entries()) {
    const at = [...path, String(n)];
    if (!isMeasure(from, -1) || (n > 0 && from.lte(tiers[n - 1]!.from)))
      refuse([...at, 'from'], 'thresholds rise, from 0 on', '各档起点应从 0 起依次升高。');
    if (points.lt(0) || points.gt(maxPoints) || points.dp() > 2)
      refuse([...at, 'points'], 'expected 0 to all points, with two places', '各档得分应在 0 与分值之间。');
  }
}

/** Whether it is more than `least`, and fits the column of what is measured. */
export function isMeasure(value: Decimal, least: number): boolean {
  return value.gt(least) && value.gte(0) && value.dp() <= 4 && value.lt('1e14');
}

/** What of a draft is kept for its method. */
export function paramsOf({ target, tiers, pointsOff }: CriterionDraft): Params | null {
  if (target) return { target: target.toFixed() };
  if (tiers)
    return { tiers: tiers.map(({ from, points }) => ({ from: from.toFixed(), points: points.toFixed() })) };
  return pointsOff ? { pointsOff: pointsOff.toFixed() } : null;
}

interface Whole {
  readonly totalPoints: Decimal;
  readonly bonusCap: Decimal | null;
  readonly criteria: readonly {
    readonly id: string;
    readonly parentId: string | null;
    readonly code: string;
    readonly itemType: ScoreItemType;
    readonly maxPoints: Decimal;
  }[];
}

/** That a scheme can be brought into force. @throws {PointsMismatchError | InvalidError} */
export function checkWhole({ totalPoints, bonusCap, criteria }: Whole): void {
  const sum = (all: Whole['criteria']) =>
    all.reduce((total, { maxPoints }) => total.plus(maxPoints), new Prisma.Decimal(0));
  const base = sum(criteria.filter(({ itemType, parentId }) => itemType === 'BASE' && parentId === null));
  if (!base.eq(totalPoints)) throw new PointsMismatchError(base.toFixed(), totalPoints.toFixed(), null);
  for (const { id, code, itemType, maxPoints } of criteria) {
    const parts = criteria.filter(({ parentId }) => parentId === id);
    if (itemType !== 'BASE' || parts.length === 0 || sum(parts).eq(maxPoints)) continue;
    throw new PointsMismatchError(sum(parts).toFixed(), maxPoints.toFixed(), code);
  }
  if (bonusCap === null && criteria.some(({ itemType }) => itemType === 'BONUS'))
    refuse(['id'], 'a scheme with bonus points needs a cap for them', '设有加分项的方案须规定加分上限。');
}

function refuse(path: readonly string[], message: string, messageZh: string): never {
  throw new InvalidError(`${path.join('.')}: ${message}.`, messageZh, path);
}
