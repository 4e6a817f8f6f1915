import { expect, test } from 'vitest';
import { readData } from '../../prisma/seed/data.ts';
import { loadData } from '../../prisma/seed/load.ts';
import { exceptionsAround } from '../../src/features/calendar/reads.ts';
import { startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';

const app = await startSharedApp('published');

test('the calendar is loaded with the other data, and read by everybody', async () => {
  const { data } = await app.ask(`{ calendarDays(filter: { date: { from: "2026-05-01", to: "2026-05-10" } }) {
    totalCount nodes { date isWorkingDay name source } } }`);
  const source = '国务院办公厅关于2026年部分节假日安排的通知';
  const holiday = { isWorkingDay: false, name: '劳动节', source };
  expect(data).toEqual({
    calendarDays: {
      totalCount: 4,
      nodes: [
        { date: '2026-05-01', ...holiday },
        { date: '2026-05-04', ...holiday },
        { date: '2026-05-05', ...holiday },
        { date: '2026-05-09', isWorkingDay: true, name: '劳动节调休上班', source },
      ],
    },
  });
});

test('a day whose name a release corrects is corrected, and loading again changes nothing', async () => {
  const data = readData('prisma/data');
  const changed = {
    ...data,
    calendar: data.calendar.map((day, n) => (n === 0 ? { ...day, name: '新年' } : day)),
  };
  const told: object[] = [];
  for (const each of [changed, changed, data]) {
    await loadData(app.db, each, (table, merged) => table === 'calendar days' && told.push(merged));
  }
  expect(told).toEqual([
    { created: 0, updated: 1, unchanged: 47 },
    { created: 0, updated: 0, unchanged: 48 },
    { created: 0, updated: 1, unchanged: 47 },
  ]);
});

test('what is no ordinary day is read for a month around', async () => {
  const exceptions = await exceptionsAround(callOf(app), new Date('2026-06-01'));
  expect([...exceptions].map(([time, is]) => [new Date(time).toISOString().slice(0, 10), is])).toEqual(
    expect.arrayContaining([
      ['2026-05-01', false],
      ['2026-05-09', true],
      ['2026-06-19', false],
    ]),
  );
  expect(exceptions.size).toBe(5);
});
