import fc from 'fast-check';
import type { Scored } from '../../src/features/scoring/arithmetic.ts';
import { Prisma, type ScoreItemType } from '../../src/generated/prisma/client.ts';

/** Scores once more, in whole hundredths and without decimals: the tests must not believe the program's arithmetic. */

/** A number of hundredths, or of another power of ten, as text. */
export function text(value: bigint, places = 2): string {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = value < 0n ? '-' : '';
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

export function decimal(value: bigint, places = 2): Prisma.Decimal {
  return new Prisma.Decimal(text(value, places));
}

/** A quotient, halves away from zero. */
export function scaled(dividend: bigint, divisor: bigint): bigint {
  const doubled = 2n * (dividend < 0n ? -dividend : dividend) + divisor;
  const quotient = doubled / (2n * divisor);
  return dividend < 0n ? -quotient : quotient;
}

export function mean(how: 'MEAN' | 'MEDIAN' | 'TRIMMED_MEAN', given: readonly bigint[]): bigint {
  const sorted = [...given].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const sum = (all: readonly bigint[]) => all.reduce((whole, each) => whole + each, 0n);
  const count = sorted.length;
  if (how === 'MEDIAN') return scaled(sorted[(count - 1) >> 1]! + sorted[count >> 1]!, 2n);
  if (how === 'MEAN' || count < 3) return scaled(sum(sorted), BigInt(count));
  return scaled(sum(sorted) - sorted[0]! - sorted[count - 1]!, BigInt(count - 2));
}

export type Given = Omit<Scored, 'maxPoints'> & { readonly max: bigint };

export function total(
  criteria: readonly Given[],
  bonusCap: bigint | null,
  points: ReadonlyMap<string, bigint>,
) {
  const own = { BASE: 0n, BONUS: 0n, DEDUCTION: 0n };
  for (const { id, itemType, max } of criteria.filter((each) => each.parentId === null)) {
    const parts = criteria.filter(({ parentId }) => parentId === id).map((part) => points.get(part.id) ?? 0n);
    let whole = points.get(id) ?? 0n;
    if (parts.length > 0) {
      whole = 0n;
      for (const part of parts) {
        if (itemType !== 'BONUS') whole += part;
        else if (part > whole) whole = part;
      }
      if (itemType === 'DEDUCTION' && whole < -max) whole = -max;
    }
    own[itemType] += whole;
  }
  const cap = bonusCap ?? 0n;
  const bonus = own.BONUS > cap ? cap : own.BONUS;
  const sum = own.BASE + bonus + own.DEDUCTION;
  return {
    base: text(own.BASE),
    bonus: text(bonus),
    deductions: text(own.DEDUCTION),
    total: text(sum < 0n ? 0n : sum),
  };
}

const types: fc.Arbitrary<ScoreItemType> = fc.constantFrom('BASE', 'BASE', 'BONUS', 'DEDUCTION');

/** Any scheme of two levels, with points for some of what can be scored. */
export const schemes = fc
  .tuple(
    fc.array(
      fc.record({
        itemType: types,
        max: fc.bigInt({ min: 1n, max: 3000n }),
        parts: fc.array(fc.nat({ max: 1000 }), { maxLength: 4 }),
        shares: fc.array(fc.option(fc.nat({ max: 1000 })), { minLength: 5, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    fc.option(fc.bigInt({ min: 1n, max: 800n })),
  )
  .map(([groups, bonusCap]) => {
    const criteria: Given[] = [];
    const points = new Map<string, bigint>();
    const add = (id: string, parentId: string | null, itemType: ScoreItemType, max: bigint) =>
      criteria.push({ id, parentId, itemType, max, dimension: 'OTHER', method: 'MANUAL', params: null });
    const score = (id: string, itemType: ScoreItemType, max: bigint, share: number | null) => {
      if (share === null) return;
      const reached = (max * BigInt(share)) / 1000n;
      points.set(id, itemType === 'DEDUCTION' ? -reached : reached);
    };
    for (const [n, { itemType, max, parts, shares }] of groups.entries()) {
      add(`${n}`, null, itemType, max);
      if (parts.length === 0) score(`${n}`, itemType, max, shares[4]!);
      // The parts of a base criterion make up its points; of others each may go as far as the whole.
      let left = max;
      for (const [m, part] of parts.entries()) {
        const isLast = m === parts.length - 1;
        const share = itemType === 'BASE' && !isLast ? (left * BigInt(part)) / 1000n : left;
        if (itemType === 'BASE') left -= share;
        add(`${n}.${m}`, `${n}`, itemType, share);
        score(`${n}.${m}`, itemType, share, shares[m]!);
      }
    }
    return { criteria, bonusCap, points };
  });
