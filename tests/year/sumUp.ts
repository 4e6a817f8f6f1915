import { expect } from 'vitest';
import { type Asking, does, history, mayDo, refused, todos } from './asking.ts';
import type { Year } from './cast.ts';
import type { Competition } from './prepare.ts';
import { report } from './report.ts';

type Entries = { readonly bridge: string; readonly power: string };
const ASKED = 'status dueOn isOverdue isLate';
const WORDS = { text: '示例小结', nextSteps: '示例打算' };

/** Both who compete sum up two stages: one late, one not at once as the county wants it, one not at all. */
export async function sumUp(year: Year, competition: Competition, entries: Entries) {
  const { people, units, at, tick } = year;
  const { municipal, east, west, bridge, power } = people;
  const { spring, summer, output, rate } = competition;

  /** The summary of an entry for a stage: its id, its version and more, as the unit sees it. */
  const summaryOf = async (who: Asking, entry: string, stage: string, selection = '') => {
    const { data } = await who.ask<{ node: { summaries: { nodes: { id: string; version: number }[] } } }>(
      `query ($id: ID!, $stage: [ID!]) { node(id: $id) { ... on Entry {
        summaries(filter: { stage: $stage }) { nodes { id version ${selection} } } } } }`,
      { id: entry, stage: [stage] },
    );
    return data!.node.summaries.nodes[0]!;
  };
  const step = async (who: Asking, action: string, [entry, stage]: [string, string], more: object = {}) => {
    const { id, version } = await summaryOf(people.office, entry, stage);
    const {
      id: _,
      version: __,
      ...after
    } = await does(who, `summary${action}`, { id, version, ...more }, ASKED);
    return after;
  };
  const is = (status: string, dueOn: string, more: object = {}) => ({
    ...{ status, dueOn, isOverdue: false, isLate: false, ...more },
  });
  const figures = (value: string, share?: string) => ({
    figures: [{ metric: output, value }, ...(share ? [{ metric: rate, value: share }] : [])],
  });
  const of = {
    bridge: { spring: [entries.bridge, spring], summer: [entries.bridge, summer] },
    power: { spring: [entries.power, spring], summer: [entries.power, summer] },
  } satisfies Record<string, Record<string, [string, string]>>;

  // The first stage began with the competition; its last day, 1 May, is a holiday.
  at('2026-03-02T09:01');
  expect(await tick()).toEqual([1, 0, 2, 0, 0]);
  expect(await tick()).toEqual([0, 0, 0, 0, 0]);
  const due = { bridge: '示例路桥公司', power: '示例电力公司' } as const;
  expect(await todos(year)).toEqual({
    bridge: [`StageSummary ${due.bridge} 第一阶段 SAVE, for 0 days, by 2026-05-06`],
    power: [`StageSummary ${due.power} 第一阶段 SAVE, for 0 days, by 2026-05-06`],
  });
  const first = await summaryOf(bridge, entries.bridge, spring, `${ASKED} remindedAt`);
  expect(first).toEqual({ id: first.id, version: 2, ...is('DUE', '2026-05-06'), remindedAt: null });
  expect(await mayDo(year, first.id)).toEqual({
    ...{ office: ['WAIVE'], municipal: ['WAIVE'], east: [], bridge: ['SAVE'] },
  });

  // Three working days before, units are reminded; on the last one, the second stage has begun.
  at('2026-04-27T09:00');
  expect(await tick()).toEqual([0, 0, 0, 0, 0]);
  at('2026-04-28T09:00');
  expect(await tick()).toEqual([0, 0, 0, 2, 0]);
  at('2026-04-30T09:00');
  const said = { ...WORDS, problems: '钢材供应不足', ...figures('1200.5', '98.5') };
  expect(await step(bridge, 'Save', of.bridge.spring, said)).toEqual(is('DRAFT', '2026-05-06'));
  expect(await step(bridge, 'Submit', of.bridge.spring)).toEqual(is('SUBMITTED', '2026-05-06'));
  at('2026-05-06T09:00');
  expect(await tick()).toEqual([1, 0, 2, 0, 0]);
  expect(await todos(year)).toEqual({
    east: [`StageSummary ${due.bridge} 第一阶段 ACCEPT, for 6 days, by 2026-05-06`],
    bridge: [`StageSummary ${due.bridge} 第二阶段 SAVE, for 0 days, by 2026-07-10`],
    power: [
      `StageSummary ${due.power} 第一阶段 SAVE, for 8 days, by 2026-05-06`,
      `StageSummary ${due.power} 第二阶段 SAVE, for 0 days, by 2026-07-10`,
    ],
  });
  const opinion = '产值请按月核对';
  expect(await step(east, 'Return', of.bridge.spring, { opinion })).toEqual(is('RETURNED', '2026-05-06'));
  expect(await step(bridge, 'Save', of.bridge.spring, figures('1180.5', '98.5'))).toEqual(
    is('RETURNED', '2026-05-06'),
  );
  expect(await step(bridge, 'Submit', of.bridge.spring)).toEqual(is('SUBMITTED', '2026-05-06'));
  const handedIn = { id: first.id, version: 7 };
  expect(await refused(bridge, 'summaryAccept', handedIn)).toEqual({ code: 'FORBIDDEN', path: [] });
  expect(await refused(west, 'summaryAccept', handedIn)).toEqual({ code: 'NOT_FOUND', path: ['id'] });
  expect(await step(east, 'Accept', of.bridge.spring)).toEqual(is('ACCEPTED', '2026-05-06'));

  at('2026-05-07T09:00');
  expect(await tick()).toEqual([0, 0, 0, 0, 1]);
  expect((await todos(year)).power).toEqual([
    `StageSummary ${due.power} 第一阶段 SAVE, for 0 days, overdue since 2026-05-06`,
    `StageSummary ${due.power} 第二阶段 SAVE, for 1 days, by 2026-07-10`,
  ]);
  const overdue = await municipal.ask(
    `{ stageSummaries(filter: { isOverdue: true }) { totalCount nodes { organization { id } stage { id } } } }`,
  );
  expect(overdue.data).toEqual({
    stageSummaries: {
      totalCount: 1,
      nodes: [{ organization: { id: units.power }, stage: { id: spring } }],
    },
  });
  const before = { total: 2, notDue: 0, due: 1, overdue: 1, submitted: 0, accepted: 1, waived: 0 };
  const problem = { organization: { name: due.bridge }, text: '钢材供应不足' };
  expect(await report(municipal, spring)).toMatchObject({ counts: before, problems: [problem] });

  at('2026-05-08T09:00');
  const late = is('SUBMITTED', '2026-05-06', { isLate: true });
  expect(
    await step(power, 'Save', of.power.spring, { ...WORDS, problems: '征地未完', ...figures('800.25') }),
  ).toEqual(is('DRAFT', '2026-05-06', { isOverdue: true }));
  expect(await step(power, 'Submit', of.power.spring)).toEqual(late);
  expect(await step(west, 'Accept', of.power.spring)).toEqual({ ...late, status: 'ACCEPTED' });

  // The second stage: one sums it up, and the city does without the other one.
  at('2026-06-30T09:00');
  const reason = '主体工程停工';
  expect(await step(municipal, 'Waive', of.power.summer, { opinion: reason })).toEqual(
    is('WAIVED', '2026-07-10'),
  );
  await step(bridge, 'Save', of.bridge.summer, { ...WORDS, ...figures('2000', '99') });
  await step(bridge, 'Submit', of.bridge.summer);
  expect(await step(east, 'Accept', of.bridge.summer)).toEqual(is('ACCEPTED', '2026-07-10'));
  at('2026-07-11T09:00');
  expect([await tick(), await todos(year)]).toEqual([[0, 0, 0, 0, 0], {}]);

  expect(await history(municipal, 'StageSummary', first.id)).toEqual([
    '2026-03-02T01:00 MAKE >NOT_DUE office ',
    '2026-03-02T01:01 OPEN NOT_DUE>DUE nobody ',
    '2026-04-30T01:00 SAVE DUE>DRAFT bridge UNIT_OFFICER',
    '2026-04-30T01:00 SUBMIT DRAFT>SUBMITTED bridge UNIT_OFFICER',
    `2026-05-06T01:00 RETURN SUBMITTED>RETURNED east COUNTY_OFFICER: ${opinion}`,
    '2026-05-06T01:00 SUBMIT RETURNED>SUBMITTED bridge UNIT_OFFICER',
    '2026-05-06T01:00 ACCEPT SUBMITTED>ACCEPTED east COUNTY_OFFICER',
  ]);
}
