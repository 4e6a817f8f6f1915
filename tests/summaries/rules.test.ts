import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanOf } from '../../src/features/summaries/report.ts';
import { isLate, isOverdue, SUMMARY_WORKFLOW } from '../../src/features/summaries/rules.ts';
import { Prisma, SummaryStatus } from '../../src/generated/prisma/client.ts';
import { reachableStates } from '../../src/platform/workflow.ts';

test('every state can be reached from the beginning', () => {
  expect([...reachableStates<SummaryStatus>(SUMMARY_WORKFLOW)].sort()).toEqual(
    Object.values(SummaryStatus).sort(),
  );
});

test('overdue is what has still to be handed in once its last day is over in China, at 24:00', () => {
  const dueOn = new Date('2026-05-11');
  const [before, after] = [new Date('2026-05-11T15:59:59.999Z'), new Date('2026-05-11T16:00:00Z')];
  const overdue = (now: Date) =>
    Object.values(SummaryStatus).filter((status) => isOverdue({ status, dueOn }, now));
  expect([overdue(before), overdue(after).sort()]).toEqual([[], ['DRAFT', 'DUE', 'RETURNED']]);
  expect(isOverdue({ status: 'NOT_DUE', dueOn: null }, after)).toBe(false);
  expect([before, after, null].map((submittedAt) => isLate({ dueOn, submittedAt }))).toEqual([
    false,
    true,
    false,
  ]);
});

describe('a mean', () => {
  const decimal = (units: bigint) => new Prisma.Decimal(`${units}e-4`);

  test.each([
    ['1', 3, '0.3333'],
    ['2', 3, '0.6667'],
    ['0.0001', 2, '0.0001'],
    ['-0.0001', 2, '-0.0001'],
    ['0', 5, '0'],
    ['99999999999999.9999', 7, '14285714285714.2857'],
  ])('of %s over %i is %s', (sum, count, value) => {
    expect(meanOf(new Prisma.Decimal(sum), count).toFixed()).toBe(value);
  });

  test('is never further from the exact one than half of the last place', () => {
    const units = fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n });
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 5000 }), (sum, count) => {
        const told = BigInt(meanOf(decimal(sum), count).toFixed(4).replace('.', ''));
        const difference = 2n * (told * BigInt(count) - sum);
        expect(difference <= BigInt(count) && -difference <= BigInt(count)).toBe(true);
      }),
    );
  });
});
