import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aggregated,
  leavesOf,
  pointsFrom,
  rounded,
  type Scored,
  totalOf,
  weighted,
} from '../../src/features/scoring/arithmetic.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { decimal, mean, scaled, schemes, text, total } from './oracle.ts';

const criterion = (data: Partial<Scored>): Scored => ({
  id: 'a',
  parentId: null,
  dimension: 'SAFETY',
  itemType: 'BASE',
  maxPoints: decimal(2000n),
  method: 'MANUAL',
  params: null,
  ...data,
});
const measures = fc.bigInt({ min: 0n, max: 99_999_999_999_999_999n });

test('halves are rounded away from zero', () => {
  const all = ['0.005', '-0.005', '0.0049', '1.115', '-1.115', '19.994'];
  expect(all.map((each) => rounded(new Prisma.Decimal(each)).toFixed(2))).toEqual([
    '0.01',
    '-0.01',
    '0.00',
    '1.12',
    '-1.12',
    '19.99',
  ]);
});

describe('points follow from what was reached', () => {
  test('by the ratio to the target, up to all points', () => {
    fc.assert(
      fc.property(measures, measures, fc.bigInt({ min: 1n, max: 100_000n }), (measure, target, most) => {
        fc.pre(target > 0n);
        const of = criterion({
          method: 'RATIO',
          params: { target: text(target, 4) },
          maxPoints: decimal(most),
        });
        const exact = measure >= target ? most : scaled(most * measure, target);
        expect(pointsFrom(of, decimal(measure, 4)).toFixed(2)).toBe(text(exact));
      }),
      { numRuns: 500 },
    );
  });

  test('by the highest threshold that was reached', () => {
    const tiers = fc.uniqueArray(fc.tuple(measures, fc.bigInt({ min: 0n, max: 2000n })), {
      selector: ([from]) => from,
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(tiers, measures, (table, measure) => {
        const params = {
          tiers: table.map(([from, points]) => ({ from: text(from, 4), points: text(points) })),
        };
        const sorted = table.toSorted(([one], [other]) => (one < other ? -1 : 1));
        let expected = 0n;
        for (const [from, points] of sorted) if (measure >= from) expected = points;
        const of = criterion({ method: 'TIERED', params });
        expect(pointsFrom(of, decimal(measure, 4)).toFixed(2)).toBe(text(expected));
      }),
    );
  });

  test('by what each fault takes off, never more than all', () => {
    const faults = fc.bigInt({ min: 0n, max: 2_000_000n });
    fc.assert(
      fc.property(faults, fc.bigInt({ min: 1n, max: 3000n }), fc.boolean(), (count, off, isDeduction) => {
        const params = { pointsOff: text(off) };
        const itemType = isDeduction ? 'DEDUCTION' : 'BASE';
        const of = criterion({ method: 'DEDUCT_FROM_FULL', params, itemType });
        const taken = count * off > 2000n ? 2000n : count * off;
        const expected = isDeduction ? -taken : 2000n - taken;
        expect(pointsFrom(of, decimal(count, 0)).toFixed(2)).toBe(text(expected));
      }),
    );
  });
});

describe('a total', () => {
  test('is what an oracle in whole hundredths finds, for any scheme and any points', () => {
    fc.assert(
      fc.property(schemes, ({ criteria, bonusCap, points }) => {
        const given = new Map([...points].map(([id, each]) => [id, decimal(each)]));
        const found = totalOf(criteria.map(asScored), bonusCap === null ? null : decimal(bonusCap), given);
        const { byCriterion, ...rest } = found;
        expect(
          Object.fromEntries(Object.entries(rest).map(([name, each]) => [name, each.toFixed(2)])),
        ).toEqual(total(criteria, bonusCap, points));
        expect([...byCriterion.keys()]).toEqual(criteria.map(({ id }) => id));
      }),
      { numRuns: 500 },
    );
  });

  test('keeps within its bounds: caps hold, and nothing falls below 0', () => {
    fc.assert(
      fc.property(schemes, ({ criteria, bonusCap, points }) => {
        const given = new Map([...points].map(([id, each]) => [id, decimal(each)]));
        const cap = decimal(bonusCap ?? 0n);
        const found = totalOf(criteria.map(asScored), bonusCap === null ? null : cap, given);
        const base = criteria.filter((each) => each.itemType === 'BASE' && each.parentId === null);
        const most = base.reduce((sum, { max }) => sum + max, 0n);
        expect(found.bonus.lte(cap) && found.bonus.gte(0)).toBe(true);
        expect(found.deductions.lte(0)).toBe(true);
        expect(found.total.gte(0) && found.total.lte(decimal(most).plus(cap))).toBe(true);
        for (const { id, itemType, max } of criteria) {
          const own = found.byCriterion.get(id)!;
          const [low, high] = itemType === 'DEDUCTION' ? [-max, 0n] : [0n, max];
          expect(own.gte(decimal(low)) && own.lte(decimal(high))).toBe(true);
        }
      }),
    );
  });

  test('is the same in whatever order the criteria and points stand', () => {
    fc.assert(
      fc.property(schemes, ({ criteria, bonusCap, points }) => {
        const cap = bonusCap === null ? null : decimal(bonusCap);
        const given = [...points].map(([id, each]) => [id, decimal(each)] as const);
        const one = totalOf(criteria.map(asScored), cap, new Map(given));
        const other = totalOf(criteria.map(asScored).reverse(), cap, new Map(given.reverse()));
        expect(other.total.eq(one.total)).toBe(true);
      }),
    );
  });
});

describe('the scores of several', () => {
  const scores = fc.array(fc.bigInt({ min: -2000n, max: 2000n }), { minLength: 1, maxLength: 9 });

  test.each(['MEAN', 'MEDIAN', 'TRIMMED_MEAN'] as const)('by their %s, exactly', (how) => {
    fc.assert(
      fc.property(scores, (given) => {
        expect(
          aggregated(
            how,
            given.map((each) => decimal(each)),
          ).toFixed(2),
        ).toBe(text(mean(how, given)));
      }),
    );
  });

  test('one alone is what it is, and two are not trimmed', () => {
    const of = (how: 'MEDIAN' | 'TRIMMED_MEAN', ...given: bigint[]) =>
      aggregated(
        how,
        given.map((each) => decimal(each)),
      ).toFixed(2);
    expect([of('MEDIAN', 1234n), of('TRIMMED_MEAN', 1234n), of('TRIMMED_MEAN', 1000n, 1001n)]).toEqual([
      '12.34',
      '12.34',
      '10.01',
    ]);
  });
});

test('stages count by their weights, rounded once at the end', () => {
  const parts = fc.array(
    fc.record({
      total: fc.bigInt({ min: 0n, max: 999_999n }),
      weight: fc.bigInt({ min: 1n, max: 10_000n }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(parts, (all) => {
      const sum = all.reduce((whole, each) => whole + each.total * each.weight, 0n);
      const given = all.map((each) => ({ total: decimal(each.total), weight: decimal(each.weight, 4) }));
      expect(weighted(given).toFixed(2)).toBe(text(scaled(sum, 10_000n)));
    }),
  );
});

test('what has parts is not scored itself', () => {
  const all = [criterion({ id: 'a' }), criterion({ id: 'b', parentId: 'a' }), criterion({ id: 'c' })];
  expect(leavesOf(all).map(({ id }) => id)).toEqual(['b', 'c']);
});

function asScored({ max, ...rest }: { max: bigint } & Omit<Scored, 'maxPoints'>): Scored {
  return { ...rest, maxPoints: decimal(max) };
}
