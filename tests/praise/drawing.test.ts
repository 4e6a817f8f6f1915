import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contender, drawn, type Rule } from '../../src/features/praise/drawing.ts';
import { QuotaTieError } from '../../src/features/praise/rules.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';

const decimal = (value: string | number) => new Prisma.Decimal(value);
let counter = 0;

/** A project with a rank against which nothing speaks, unless told otherwise. */
function contender(rank: number | null, more: Partial<Contender> = {}): Contender {
  const id = `entry ${++counter}`;
  return {
    ...{
      entryId: id,
      standingRowId: `row of ${id}`,
      ordinal: counter,
      rank,
      total: decimal(80),
      trackId: null,
    },
    ...{ kind: 'PROJECT', recipient: id, isVetoed: false, summaries: { have: 2, need: 2 } },
    ...more,
  };
}

function rule(places: number, more: Partial<Rule> = {}): Rule {
  const of = { trackId: null, awardTypeId: 'award', recipientKind: 'PROJECT' } as const;
  return { ...of, places, minTotal: null, maxShare: null, ...more };
}

/** Whether each is drawn, and what is said of it with its figures. */
function told(rules: readonly Rule[], contenders: readonly Contender[]) {
  return drawn(rules, contenders).candidates.map(({ isDrawn, reasons }) => [
    isDrawn,
    ...reasons.map(({ kind, have, need }) => (have ? `${kind} ${have} of ${need}` : kind)),
  ]);
}

describe('who is praised', () => {
  test('the best ranks, as long as there are places', () => {
    expect(told([rule(2)], [contender(1), contender(2), contender(3)])).toEqual([
      [true, 'RANKED_IN_QUOTA 1 of 2'],
      [true, 'RANKED_IN_QUOTA 2 of 2'],
      [false, 'OUT_OF_QUOTA 3 of 2'],
    ]);
  });

  test('whom something speaks against takes no place, and is told all of it with its figures', () => {
    const all = [
      contender(1, { isVetoed: true, summaries: { have: 1, need: 2 } }),
      contender(2, { summaries: { have: 0, need: 2 } }),
      contender(3, { total: decimal('79.99') }),
      contender(4, { total: decimal('80') }),
      contender(null, { total: null }),
      contender(null, { isVetoed: true }),
    ];
    expect(told([rule(1, { minTotal: decimal('80') })], all)).toEqual([
      [false, 'VETOED', 'SUMMARY_MISSING 1 of 2'],
      [false, 'SUMMARY_MISSING 0 of 2'],
      [false, 'BELOW_THRESHOLD 79.99 of 80'],
      [true, 'RANKED_IN_QUOTA 1 of 1'],
      [false, 'UNRANKED'],
      [false, 'VETOED', 'UNRANKED'],
    ]);
  });

  test('by the first rule that fits: of its track, of the kind that its award is for', () => {
    const rules = [
      rule(1, { trackId: 'one' }),
      rule(1, { awardTypeId: 'other', recipientKind: 'STUDIO' }),
      rule(1),
    ];
    const all = [
      contender(1, { trackId: 'one' }),
      contender(2, { trackId: 'one' }),
      contender(3, { kind: 'STUDIO' }),
      contender(4, { trackId: 'two' }),
      contender(5, { kind: 'RESULT' }),
    ];
    expect(drawn(rules, all).candidates.map(({ rule, isDrawn }) => [rule, isDrawn])).toEqual([
      [0, true],
      [0, false],
      [1, true],
      [2, true],
      [null, false],
    ]);
    expect(told(rules, all)[4]).toEqual([false, 'NO_QUOTA']);
  });

  test.each([
    ['0.3333', 3, 0],
    ['0.3334', 3, 1],
    ['0.5', 5, 2],
    ['1', 3, 3],
    ['0.9', 30, 10],
  ])('a share of %s of %i leaves %i places of ten, rounded down', (share, count, available) => {
    const all = Array.from({ length: count }, (_, n) => contender(n + 1));
    const drawing = drawn([rule(10, { maxShare: decimal(share) })], all);
    expect([drawing.available, drawing.candidates.filter(({ isDrawn }) => isDrawn).length]).toEqual([
      [available],
      available,
    ]);
  });

  test('a recipient is praised once for the same, by its better rank', () => {
    const twice = [contender(1, { recipient: 'x' }), contender(2, { recipient: 'x' }), contender(3)];
    expect(told([rule(2)], twice)).toEqual([
      [true, 'RANKED_IN_QUOTA 1 of 2'],
      [false, 'SAME_RECIPIENT'],
      [true, 'RANKED_IN_QUOTA 2 of 2'],
    ]);
  });

  test('equals at the edge stand together: all of them, none of them, or nothing is drawn', () => {
    const all = () => [contender(1), contender(2), contender(2), contender(4)];
    const selected = (places: number) =>
      drawn([rule(places)], all()).candidates.filter((each) => each.isDrawn);
    expect(selected(3).length).toBe(3);
    expect(selected(1).length).toBe(1);
    expect(() => selected(2)).toThrow(new QuotaTieError(1, 2, 2, 3));
    const { code, rule: of, rank, have, need } = new QuotaTieError(1, 2, 2, 3);
    expect({ code, of, rank, have, need }).toEqual({ code: 'QUOTA_TIE', of: 1, rank: 2, have: 2, need: 3 });
  });
});

const contenders = fc.array(
  fc.record({
    isTied: fc.boolean(),
    isRanked: fc.boolean(),
    isVetoed: fc.nat(4).map((n) => n === 0),
    total: fc.integer({ min: 5000, max: 10000 }).map((points) => decimal(points).div(100)),
    have: fc.constantFrom(1, 2, 2, 2),
    kind: fc.constantFrom('PROJECT', 'PROJECT', 'STUDIO'),
    trackId: fc.constantFrom('one', 'two', null),
  }),
  { maxLength: 12 },
);
const rules = fc.array(
  fc.record({
    places: fc.integer({ min: 1, max: 5 }),
    trackId: fc.constantFrom('one', null),
    minTotal: fc.constantFrom(null, decimal(60), decimal('75.5')),
    maxShare: fc.constantFrom(null, decimal('0.5')),
    recipientKind: fc.constantFrom('PROJECT', 'STUDIO'),
  }),
  { maxLength: 3 },
);

test('whatever the rules are: nobody barred is drawn, no better rank is left behind, places hold, and again is the same', () => {
  fc.assert(
    fc.property(contenders, rules, (given, ruled) => {
      let rank = 0;
      const all = given.map(({ isTied, isRanked, have, kind, ...rest }, n) => {
        rank = isTied && rank > 0 ? rank : n + 1;
        return contender(isRanked ? rank : null, {
          ...{ ...rest, kind: kind as Contender['kind'], ordinal: n + 1, summaries: { have, need: 2 } },
        });
      });
      const made = ruled.map(({ places, ...more }) => rule(places, more as Partial<Rule>));
      let drawing: ReturnType<typeof drawn>;
      try {
        drawing = drawn(made, all);
      } catch (error) {
        // Only what says that some equals would find a place and others not.
        expect(error).toBeInstanceOf(QuotaTieError);
        expect((error as QuotaTieError).need).toBeGreaterThan((error as QuotaTieError).have);
        return;
      }
      expect(drawn(made, all.toReversed())).toEqual(drawing);
      expect(drawing.candidates.map(({ contender }) => contender)).toEqual(all);
      for (const { contender: each, rule: n, isDrawn, reasons } of drawing.candidates) {
        expect(reasons.length).toBeGreaterThan(0);
        expect(isDrawn).toBe(reasons.every(({ isAgainst }) => !isAgainst));
        const isBarred = each.isVetoed || each.rank === null || each.summaries.have < 2;
        const isBelow = n !== null && made[n]!.minTotal !== null && each.total!.lt(made[n]!.minTotal!);
        if (isDrawn) expect([isBarred, isBelow, n === null]).toEqual([false, false, false]);
        else if (n !== null && !isBarred && !isBelow) {
          // The places went to better ranks, or there are too few for all that are equal.
          const better = drawing.candidates.filter((other) => other.rule === n && other.isDrawn);
          expect(better.every(({ contender: { rank } }) => rank! < each.rank!)).toBe(true);
          expect(better.length).toBe(drawing.available[n]);
        }
      }
      for (const [n, available] of drawing.available.entries()) {
        const taken = drawing.candidates.filter(({ rule, isDrawn }) => rule === n && isDrawn);
        expect(taken.length).toBeLessThanOrEqual(available);
        expect(available).toBeLessThanOrEqual(made[n]!.places);
      }
    }),
    { numRuns: 500 },
  );
});
