import type { CandidateReason, RecipientKind } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Decimal } from '../scoring/arithmetic.ts';
import { QuotaTieError } from './rules.ts';

/** An entry as far as it decides whether it is praised. */
export interface Contender {
  readonly entryId: string;
  readonly standingRowId: string;
  /** Place in the standing, those with a rank first. */
  readonly ordinal: number;
  readonly rank: number | null;
  readonly total: Decimal | null;
  readonly trackId: string | null;
  readonly kind: RecipientKind;
  /** The same for entries of the same recipient. */
  readonly recipient: string;
  readonly isVetoed: boolean;
  /** Stages whose summary is accepted or waived, of how many. */
  readonly summaries: { readonly have: number; readonly need: number };
}

export interface Rule {
  /** None for all of them. */
  readonly trackId: string | null;
  readonly awardTypeId: string;
  readonly recipientKind: RecipientKind;
  readonly places: number;
  readonly minTotal: Decimal | null;
  readonly maxShare: Decimal | null;
}

export interface Reason {
  readonly kind: CandidateReason;
  readonly isAgainst: boolean;
  readonly have: Decimal | null;
  readonly need: Decimal | null;
}

export interface Drawn {
  readonly contender: Contender;
  /** Place of the rule that covers it, from 0. */
  readonly rule: number | null;
  readonly isDrawn: boolean;
  readonly reasons: readonly Reason[];
}

export interface Drawing {
  /** Places that there are by each rule. */
  readonly available: readonly number[];
  readonly candidates: readonly Drawn[];
}

/**
 * Who is praised: by each rule in turn, the best ranks among those whom it covers and against whom nothing speaks. Whom
 * something speaks against takes no place. Equals stand together: where not all of them find a place nobody is drawn.
 * @throws {QuotaTieError} where a rank is shared by more than there are places left, but by some
 */
export function drawn(rules: readonly Rule[], contenders: readonly Contender[]): Drawing {
  const ordered = contenders.toSorted((one, other) => one.ordinal - other.ordinal);
  const ruleOf = new Map(ordered.map((each) => [each, rules.findIndex((rule) => covers(rule, each))]));
  const coveredBy = (n: number) => ordered.filter((each) => ruleOf.get(each) === n);
  const available = rules.map((rule, n) => placesOf(rule, coveredBy(n).length));

  const outcomes = new Map<Contender, Reason[]>();
  for (const each of coveredBy(-1)) outcomes.set(each, [...barring(each, null), against('NO_QUOTA')]);
  const praised = new Set<string>();
  for (const [n, rule] of rules.entries()) {
    for (const [each, reasons] of placed(n, rule, available[n]!, coveredBy(n), praised)) {
      outcomes.set(each, reasons);
    }
  }
  const candidates = ordered.map((contender): Drawn => {
    const reasons = outcomes.get(contender)!;
    const rule = ruleOf.get(contender)!;
    return {
      contender,
      rule: rule < 0 ? null : rule,
      isDrawn: reasons.every(({ isAgainst }) => !isAgainst),
      reasons,
    };
  });
  return { available, candidates };
}

/** What the rule says of each that it covers. */
function placed(
  ordinal: number,
  rule: Rule,
  places: number,
  covered: readonly Contender[],
  praised: Set<string>,
): Map<Contender, Reason[]> {
  const found = new Map<Contender, Reason[]>();
  const eligible: Contender[] = [];
  const own = new Set<string>();
  for (const each of covered) {
    const key = recipientKey(rule, each);
    const reasons = barring(each, rule.minTotal);
    if (reasons.length === 0 && (praised.has(key) || own.has(key))) reasons.push(against('SAME_RECIPIENT'));
    found.set(each, reasons);
    if (reasons.length > 0) continue;
    eligible.push(each);
    own.add(key);
  }
  let taken = 0;
  for (const [rank, equals] of byRank(eligible)) {
    const all = taken + equals.length;
    if (all > places && taken < places) throw new QuotaTieError(ordinal + 1, rank, places, all);
    const isIn = all <= places;
    const kind = isIn ? 'RANKED_IN_QUOTA' : 'OUT_OF_QUOTA';
    for (const each of equals) {
      found.get(each)!.push({ kind, isAgainst: !isIn, have: decimal(taken + 1), need: decimal(places) });
      if (isIn) praised.add(recipientKey(rule, each));
    }
    // Whoever comes behind those that found no place finds none either.
    taken = isIn ? all : Math.max(taken, places) + equals.length;
  }
  return found;
}

/** Which of what can be given goes to whom. */
export function recipientKey(
  { awardTypeId }: Pick<Rule, 'awardTypeId'>,
  { recipient }: Pick<Contender, 'recipient'>,
): string {
  return `${awardTypeId} ${recipient}`;
}

function covers({ trackId, recipientKind }: Rule, contender: Contender): boolean {
  return recipientKind === contender.kind && (trackId === null || trackId === contender.trackId);
}

/** A share is rounded down: never more than it. */
function placesOf({ places, maxShare }: Rule, covered: number): number {
  return maxShare === null ? places : Math.min(places, maxShare.mul(covered).floor().toNumber());
}

function barring({ rank, total, isVetoed, summaries }: Contender, minTotal: Decimal | null): Reason[] {
  const { have, need } = summaries;
  return [
    ...(isVetoed ? [against('VETOED')] : []),
    ...(rank === null ? [against('UNRANKED')] : []),
    ...(minTotal && total?.lt(minTotal) ? [against('BELOW_THRESHOLD', total, minTotal)] : []),
    ...(have < need ? [against('SUMMARY_MISSING', decimal(have), decimal(need))] : []),
  ];
}

function byRank(eligible: readonly Contender[]): Map<number, Contender[]> {
  const groups = new Map<number, Contender[]>();
  for (const each of eligible) groups.set(each.rank!, [...(groups.get(each.rank!) ?? []), each]);
  return groups;
}

function against(kind: CandidateReason, have: Decimal | null = null, need: Decimal | null = null): Reason {
  return { kind, isAgainst: true, have, need };
}

function decimal(count: number): Decimal {
  return new Prisma.Decimal(count);
}
