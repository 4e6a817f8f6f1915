import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readData } from '../../prisma/seed/data.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from '../../src/features/calendar/rules.ts';
import { dayAt, endOf, isPast, plusDays, startOf } from '../../src/platform/days.ts';

const { calendar } = readData('prisma/data');
const shipped = new Map(calendar.map(({ date, isWorkingDay }) => [Date.parse(date), isWorkingDay]));
const told = (day: Date) => day.toISOString().slice(0, 10);
const worked = (day: string) => isWorkingDay(new Date(day), shipped);

describe('a day in China', () => {
  test.each([
    ['2026-04-30T15:59:59.999Z', '2026-04-30'],
    ['2026-04-30T16:00:00.000Z', '2026-05-01'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['1969-12-31T15:59:59.999Z', '1969-12-31'],
  ])('at %s it is %s', (instant, day) => {
    expect(told(dayAt(new Date(instant)))).toBe(day);
  });

  test('begins at 0:00 and ends at 24:00 there', () => {
    const day = new Date('2026-05-11');
    expect([startOf(day), endOf(day)]).toEqual([
      new Date('2026-05-10T16:00:00Z'),
      new Date('2026-05-11T16:00:00Z'),
    ]);
    expect([isPast(day, new Date(endOf(day).getTime() - 1)), isPast(day, endOf(day))]).toEqual([false, true]);
  });

  test('of any instant is the one whose beginning and end lie around it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9000-01-01'), noInvalidDate: true }),
        (instant) => {
          const day = dayAt(instant);
          expect(startOf(day) <= instant && instant < endOf(day)).toBe(true);
          expect(isPast(plusDays(day, -1), instant)).toBe(true);
        },
      ),
    );
  });
});

describe('the shipped calendar', () => {
  test.each([
    ['a Monday', '2026-03-02', true],
    ['a Saturday', '2026-03-07', false],
    ['a Friday of the Spring Festival', '2026-02-20', false],
    ['the Saturday on which it is made up for', '2026-02-28', true],
    ['the first day after it', '2026-02-24', true],
    ['a Sunday before the National Day that is worked', '2026-09-20', true],
    ['a Wednesday of the National Day in 2025', '2025-10-08', false],
  ])('%s, %s, is worked: %s', (_, day, is) => {
    expect(worked(day)).toBe(is);
  });

  test('has 48 days, each other than an ordinary one', () => {
    expect(calendar.length).toBe(48);
    expect(
      calendar.filter(({ date, isWorkingDay: is }) => isWorkingDay(new Date(date), new Map()) === is),
    ).toEqual([]);
  });

  test('has 248 working days in 2025 and 248 in 2026', () => {
    const days = (year: number) =>
      Array.from({ length: 365 }, (_, n) => plusDays(new Date(`${year}-01-01`), n)).filter((day) =>
        isWorkingDay(day, shipped),
      );
    expect([days(2025).length, days(2026).length]).toEqual([248, 248]);
  });
});

/** Days and what is no ordinary one of them, made up; the oracle lists them all and counts. */
const FIRST = new Date('2026-01-01');
const worlds = fc.record({
  exceptions: fc
    .array(fc.tuple(fc.integer({ min: -20, max: 120 }), fc.boolean()), { maxLength: 30 })
    .map((days) => new Map(days.map(([n, is]) => [plusDays(FIRST, n).getTime(), is]))),
  start: fc.integer({ min: 0, max: 60 }).map((n) => plusDays(FIRST, n)),
  count: fc.integer({ min: 1, max: 15 }),
});

function workingDays(exceptions: ReadonlyMap<number, boolean>): string[] {
  return Array.from({ length: 400 }, (_, n) => plusDays(FIRST, n - 150))
    .filter((day) => exceptions.get(day.getTime()) ?? !['Sat', 'Sun'].includes(day.toUTCString().slice(0, 3)))
    .map(told);
}

describe('whatever the calendar says', () => {
  test('so many working days later or earlier is the one so many places on in the list of them', () => {
    fc.assert(
      fc.property(worlds, ({ exceptions, start, count }) => {
        const all = workingDays(exceptions);
        const [before, after] = [
          all.filter((day) => day < told(start)),
          all.filter((day) => day > told(start)),
        ];
        expect(told(addWorkingDays(start, count, exceptions))).toBe(after[count - 1]);
        expect(told(addWorkingDays(start, -count, exceptions))).toBe(before.at(-count));
        expect(addWorkingDays(start, 0, exceptions)).toEqual(start);
      }),
    );
  });

  test('the next working day is the first of the list that is not before the day', () => {
    fc.assert(
      fc.property(worlds, ({ exceptions, start }) => {
        expect(told(nextWorkingDay(start, exceptions))).toBe(
          workingDays(exceptions).find((day) => day >= told(start)),
        );
      }),
    );
  });
});
