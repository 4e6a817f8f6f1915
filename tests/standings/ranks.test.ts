import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, compare, ranked } from '../../src/features/standings/ranks.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';

const few = fc.integer({ min: 0, max: 3 }).map((value) => new Prisma.Decimal(value));
const candidates = fc
  .array(
    fc.record({
      total: fc.option(few),
      isVetoed: fc.boolean(),
      tie: fc.tuple(few, few),
      appliedAt: fc.option(fc.integer({ min: 1, max: 2 }).map((day) => new Date(day))),
    }),
    { maxLength: 12 },
  )
  .map((all): Candidate[] => all.map((each, n) => ({ ...each, entryId: String(n).padStart(3, '0') })));

/** Why one stands before another, as a number each: the rules in their order. */
const keysOf = ({ total, tie, appliedAt }: Candidate) => [
  -total!.toNumber(),
  ...tie.map((each) => -each.toNumber()),
  appliedAt?.getTime() ?? 0,
];

test('ranks are a weak order that the rules explain: 1, 2, 2, 4', () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const rows = ranked(all);
      expect(rows.map(({ ordinal }) => ordinal)).toEqual(all.map((_, n) => n + 1));
      const placed = rows.filter(({ rank }) => rank !== null);
      for (const row of placed) {
        // One more than those who stand before it by the first rule that tells them apart.
        const better = placed.filter((other) => {
          const [mine, theirs] = [keysOf(row), keysOf(other)];
          const at = mine.findIndex((key, n) => key !== theirs[n]);
          return at >= 0 && theirs[at]! < mine[at]!;
        });
        const equal = placed.filter((other) => String(keysOf(other)) === String(keysOf(row)));
        expect([row.rank, row.isTied]).toEqual([better.length + 1, equal.length > 1]);
        const next = better.toSorted((one, other) => other.rank! - one.rank!)[0];
        expect(row.toNext?.toNumber()).toBe(next && next.total!.toNumber() - row.total!.toNumber());
      }
    }),
    { numRuns: 500 },
  );
});

test('whoever has no confirmed total or is vetoed has no rank, says why, and comes last', () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const rows = ranked(all);
      for (const row of rows) {
        const reason = row.isVetoed ? 'VETOED' : row.total === null ? 'MISSING_SCORE' : null;
        expect([row.unrankedReason, row.rank === null]).toEqual([reason, reason !== null]);
      }
      const first = rows.findIndex(({ rank }) => rank === null);
      if (first >= 0) expect(rows.slice(first).every(({ rank }) => rank === null)).toBe(true);
    }),
  );
});

test('comes out the same in whatever order the entries are given', () => {
  fc.assert(
    fc.property(candidates, fc.infiniteStream(fc.nat()), (all, order) => {
      const shuffled = all
        .map((each) => ({ each, key: order.next().value as number }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ each }) => each);
      expect(ranked(shuffled)).toEqual(ranked(all));
    }),
  );
});

test('of three no two contradict the third', () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const placed = all.filter(({ total }) => total !== null).slice(0, 6);
      for (const a of placed) {
        for (const b of placed) {
          expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
          for (const c of placed)
            if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c) <= 0).toBe(true);
        }
      }
    }),
  );
});
