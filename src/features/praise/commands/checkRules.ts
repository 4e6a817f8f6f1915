import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError, NotFoundError } from '../../../platform/refusals.ts';
import { seen } from '../../../platform/writes.ts';
import type { Decimal } from '../../scoring/arithmetic.ts';
import type { Rule } from '../drawing.ts';

export interface GivenRule {
  readonly awardTypeId: string;
  /** None for all tracks, or for the one that the standing is of. */
  readonly trackId?: string | null | undefined;
  readonly places: number;
  readonly minTotal?: Decimal | null | undefined;
  readonly maxShare?: Decimal | null | undefined;
}

/** More would be a list of honors rather than of rules. */
const MOST_RULES = 50;
const MOST_PLACES = 1000;
const HUNDREDTHS = 2;
const SHARE_DIGITS = 4;

/** The rules as a shortlist is drawn by them. @throws {InvalidError | NotFoundError} */
export async function checkedRules(
  tx: Call,
  given: readonly GivenRule[],
  { competitionId, trackId }: Row<'Standing'>,
): Promise<Rule[]> {
  if (given.length < 1 || given.length > MOST_RULES) {
    const most = MOST_RULES;
    throw new InvalidError(`From 1 to ${most} rules.`, `名额规则须为 1 至 ${most} 条。`, ['rules']);
  }
  const rules: Rule[] = [];
  for (const [n, rule] of given.entries()) {
    const at = (name: string) => ['rules', String(n), name];
    const { awardTypeId, places, minTotal = null, maxShare = null } = rule;
    const { nature, recipientKind } = await seen(tx, 'AwardType', awardTypeId, at('awardType'));
    if (nature !== null && nature !== 'PRAISE') {
      throw new InvalidError(
        'It is given by praise, or each round decides.',
        '奖项性质须为表扬。',
        at('awardType'),
      );
    }
    if (rule.trackId != null) {
      const track = await seen(tx, 'Track', rule.trackId, at('track'));
      const isOther = track.competitionId !== competitionId || (trackId !== null && track.id !== trackId);
      if (isOther) throw new NotFoundError('Track', at('track'));
    }
    if (places < 1 || places > MOST_PLACES) {
      const most = MOST_PLACES;
      throw new InvalidError(`From 1 to ${most} places.`, `名额须为 1 至 ${most} 个。`, at('places'));
    }
    checkWithin(minTotal, { least: 0, most: 9999.99, digits: HUNDREDTHS }, at('minTotal'));
    checkWithin(maxShare, { least: 0.0001, most: 1, digits: SHARE_DIGITS }, at('maxShare'));
    rules.push({ awardTypeId, recipientKind, trackId: rule.trackId ?? null, places, minTotal, maxShare });
  }
  return rules;
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly digits: number;
}

function checkWithin(value: Decimal | null, { least, most, digits }: Bounds, path: readonly string[]): void {
  if (value === null || (value.gte(least) && value.lte(most) && value.decimalPlaces() <= digits)) return;
  throw new InvalidError(
    `From ${least} to ${most}, with ${digits} decimals at most.`,
    `须在 ${least} 至 ${most} 之间,最多 ${digits} 位小数。`,
    path,
  );
}
