import { expect } from 'vitest';
import { mayDo, refused, todos } from './asking.ts';
import type { Year } from './cast.ts';
import type { Entries } from './enter.ts';
import type { Competition } from './prepare.ts';
import { report } from './report.ts';
import { asks, is, SAID, type Summaries, step, summariesOf } from './summing.ts';

const NOTHING = [0, 0, 0, 0, 0];
const [BRIDGE, POWER] = ['示例路桥公司', '示例电力公司'];
/** Why the county returns one, and the city does without another. */
export const OPINIONS = { returned: '产值请按月核对', waived: '主体工程停工' };

/** Both who compete sum up two stages: one not at once as the county wants it, one late, and one not at all. */
export async function sumUp(year: Year, competition: Competition, entries: Entries): Promise<Summaries> {
  const summaries = await begin(year, competition, entries);
  await remind(year);
  await correct(year, competition, summaries);
  await fallOverdue(year, competition, summaries);
  await catchUp(year, competition, summaries);
  await end(year, competition, summaries);
  return summaries;
}

/** The first stage began with the competition; the last day of its summaries, 1 May, is a holiday. */
async function begin(year: Year, competition: Competition, entries: Entries): Promise<Summaries> {
  const { people, at, tick } = year;
  at('2026-03-02T09:01');
  expect(await tick()).toEqual([1, 0, 2, 0, 0]);
  expect(await tick()).toEqual(NOTHING);
  expect(await todos(year)).toEqual({
    bridge: [`StageSummary ${BRIDGE} 第一阶段 SAVE, for 0 days, by 2026-05-06`],
    power: [`StageSummary ${POWER} 第一阶段 SAVE, for 0 days, by 2026-05-06`],
  });
  const summaries = await summariesOf(people.office, competition, entries);
  const { bridge } = summaries;
  expect(await asks(people.bridge, bridge.spring)).toEqual({ ...is('DUE', '2026-05-06'), version: 2 });
  expect(await asks(people.bridge, bridge.summer)).toEqual({ ...is('NOT_DUE', null), version: 1 });
  expect(await mayDo(year, bridge.spring)).toEqual({
    ...{ office: ['WAIVE'], municipal: ['WAIVE'], east: [], bridge: ['SAVE'] },
  });
  return summaries;
}

/** Three working days before the last one: the 28th, 29th and 30th of April are. */
async function remind({ at, tick }: Year): Promise<void> {
  at('2026-04-27T09:00');
  expect(await tick()).toEqual(NOTHING);
  at('2026-04-28T09:00');
  expect(await tick()).toEqual([0, 0, 0, 2, 0]);
}

/** One unit hands in; meanwhile the second stage begins; the county has a figure corrected, and accepts. */
async function correct(year: Year, { output, rate }: Competition, { bridge }: Summaries): Promise<void> {
  const { people, at, tick } = year;
  const { east, west } = people;
  const figures = (value: string) => [
    { metric: output, value },
    { metric: rate, value: '98.5' },
  ];
  at('2026-04-30T09:00');
  const said = { ...SAID, problems: '钢材供应不足', figures: figures('1200.5') };
  expect(await step(people.bridge, 'Save', bridge.spring, said)).toEqual(is('DRAFT', '2026-05-06'));
  expect(await step(people.bridge, 'Submit', bridge.spring)).toEqual(is('SUBMITTED', '2026-05-06'));
  at('2026-05-06T09:00');
  expect(await tick()).toEqual([1, 0, 2, 0, 0]);
  expect(await todos(year)).toEqual({
    east: [`StageSummary ${BRIDGE} 第一阶段 ACCEPT, for 6 days, by 2026-05-06`],
    bridge: [`StageSummary ${BRIDGE} 第二阶段 SAVE, for 0 days, by 2026-07-10`],
    power: [
      `StageSummary ${POWER} 第一阶段 SAVE, for 8 days, by 2026-05-06`,
      `StageSummary ${POWER} 第二阶段 SAVE, for 0 days, by 2026-07-10`,
    ],
  });
  const opinion = OPINIONS.returned;
  expect(await step(east, 'Return', bridge.spring, { opinion })).toEqual(is('RETURNED', '2026-05-06'));
  const corrected = { figures: figures('1180.5') };
  expect(await step(people.bridge, 'Save', bridge.spring, corrected)).toEqual(is('RETURNED', '2026-05-06'));
  expect(await step(people.bridge, 'Submit', bridge.spring)).toEqual(is('SUBMITTED', '2026-05-06'));
  const seen = { id: bridge.spring, version: 7 };
  expect(await refused(people.bridge, 'summaryAccept', seen)).toEqual({ code: 'FORBIDDEN', path: [] });
  expect(await refused(west, 'summaryAccept', seen)).toEqual({ code: 'NOT_FOUND', path: ['id'] });
  expect(await step(east, 'Accept', bridge.spring)).toEqual(is('ACCEPTED', '2026-05-06'));
}

/** The other unit has written nothing, and its last day is over. */
async function fallOverdue(year: Year, { spring }: Competition, { power }: Summaries): Promise<void> {
  const { people, units, at, tick } = year;
  at('2026-05-07T09:00');
  expect(await tick()).toEqual([0, 0, 0, 0, 1]);
  expect(await asks(people.power, power.spring)).toEqual({
    ...{ ...is('DUE', '2026-05-06', { isOverdue: true }), version: 2 },
  });
  expect(await todos(year)).toEqual({
    bridge: [`StageSummary ${BRIDGE} 第二阶段 SAVE, for 1 days, by 2026-07-10`],
    power: [
      `StageSummary ${POWER} 第一阶段 SAVE, for 0 days, overdue since 2026-05-06`,
      `StageSummary ${POWER} 第二阶段 SAVE, for 1 days, by 2026-07-10`,
    ],
  });
  const { data } = await people.municipal.ask(
    '{ stageSummaries(filter: { isOverdue: true }) { totalCount nodes { organization { id } stage { id } } } }',
  );
  expect(data).toEqual({
    stageSummaries: {
      totalCount: 1,
      nodes: [{ organization: { id: units.power }, stage: { id: spring } }],
    },
  });
  expect(await report(people.municipal, spring)).toMatchObject({
    counts: { total: 2, notDue: 0, due: 1, overdue: 1, submitted: 0, accepted: 1, waived: 0 },
    figures: [{ value: '1180.5' }, { value: '98.5' }],
    problems: [{ organization: { name: BRIDGE }, text: '钢材供应不足' }],
  });
}

async function catchUp({ people, at }: Year, { output }: Competition, { power }: Summaries): Promise<void> {
  at('2026-05-08T09:00');
  const late = { isLate: true };
  const said = { ...SAID, problems: '征地未完', figures: [{ metric: output, value: '800.25' }] };
  const overdue = { isOverdue: true };
  expect(await step(people.power, 'Save', power.spring, said)).toEqual(is('DRAFT', '2026-05-06', overdue));
  expect(await step(people.power, 'Submit', power.spring)).toEqual(is('SUBMITTED', '2026-05-06', late));
  expect(await step(people.west, 'Accept', power.spring)).toEqual(is('ACCEPTED', '2026-05-06', late));
}

/** The second stage: the one sums it up in time, and the city does without the other. */
async function end(year: Year, { output, rate }: Competition, { bridge, power }: Summaries): Promise<void> {
  const { people, at, tick } = year;
  at('2026-06-30T09:00');
  const opinion = OPINIONS.waived;
  expect(await step(people.municipal, 'Waive', power.summer, { opinion })).toEqual(
    is('WAIVED', '2026-07-10'),
  );
  const figures = [
    { metric: output, value: '2000' },
    { metric: rate, value: '99' },
  ];
  expect(await step(people.bridge, 'Save', bridge.summer, { ...SAID, figures })).toEqual(
    is('DRAFT', '2026-07-10'),
  );
  expect(await step(people.bridge, 'Submit', bridge.summer)).toEqual(is('SUBMITTED', '2026-07-10'));
  expect(await todos(year)).toEqual({
    east: [`StageSummary ${BRIDGE} 第二阶段 ACCEPT, for 0 days, by 2026-07-10`],
  });
  expect(await step(people.east, 'Accept', bridge.summer)).toEqual(is('ACCEPTED', '2026-07-10'));
  at('2026-07-11T09:00');
  expect([await tick(), await todos(year)]).toEqual([NOTHING, {}]);
}
