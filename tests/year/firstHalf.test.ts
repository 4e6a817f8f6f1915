import { expect, test } from 'vitest';
import { history } from './asking.ts';
import { startYear } from './cast.ts';
import { type Entries, enter, OPINIONS as OF_ENTRIES } from './enter.ts';
import { type Competition, prepare } from './prepare.ts';
import { report } from './report.ts';
import type { Summaries } from './summing.ts';
import { OPINIONS as OF_SUMMARIES, sumUp } from './sumUp.ts';

const year = await startYear();
const { app, people, regions } = year;
const { municipal, east, west, bridge } = people;

test('the first half of a year: a competition, its entries, its stages, and what they come to', async () => {
  const competition = await prepare(year);
  const entries = await enter(year, competition);
  const summaries = await sumUp(year, competition, entries);

  await allIsKept(entries, summaries);
  await whoCompetesIsPublic(competition);
  await theCityReads(competition);
  await countiesRead(competition);
});

/** Every step has its time, who took it, as what, and why. */
async function allIsKept(entries: Entries, summaries: Summaries): Promise<void> {
  expect(await history(municipal, 'Entry', entries.bridge)).toEqual([
    '2026-01-26T01:00 CREATE >DRAFT bridge UNIT_OFFICER',
    '2026-01-28T01:00 SUBMIT DRAFT>SUBMITTED bridge UNIT_OFFICER',
    `2026-02-02T01:00 RETURN SUBMITTED>RETURNED east COUNTY_OFFICER: ${OF_ENTRIES.returned}`,
    '2026-02-04T01:00 UPDATE RETURNED>RETURNED bridge UNIT_OFFICER',
    '2026-02-04T01:00 SUBMIT RETURNED>SUBMITTED bridge UNIT_OFFICER',
    '2026-02-09T01:00 RECOMMEND SUBMITTED>RECOMMENDED east COUNTY_OFFICER',
    '2026-02-09T01:00 APPROVE RECOMMENDED>APPROVED office COMMITTEE_OFFICE',
    '2026-03-02T01:00 ACTIVATE APPROVED>ACTIVE office COMMITTEE_OFFICE',
  ]);
  expect(await history(municipal, 'Entry', entries.port)).toEqual([
    '2026-01-26T01:00 CREATE >DRAFT port UNIT_OFFICER',
    '2026-01-28T01:00 SUBMIT DRAFT>SUBMITTED port UNIT_OFFICER',
    '2026-02-02T01:00 RECOMMEND SUBMITTED>RECOMMENDED east COUNTY_OFFICER',
    `2026-02-04T01:00 REJECT RECOMMENDED>REJECTED municipal MUNICIPAL_OFFICER: ${OF_ENTRIES.rejected}`,
  ]);
  expect(await history(municipal, 'StageSummary', summaries.bridge.spring)).toEqual([
    '2026-03-02T01:00 MAKE >NOT_DUE office ',
    '2026-03-02T01:01 OPEN NOT_DUE>DUE nobody ',
    '2026-04-30T01:00 SAVE DUE>DRAFT bridge UNIT_OFFICER',
    '2026-04-30T01:00 SUBMIT DRAFT>SUBMITTED bridge UNIT_OFFICER',
    `2026-05-06T01:00 RETURN SUBMITTED>RETURNED east COUNTY_OFFICER: ${OF_SUMMARIES.returned}`,
    '2026-05-06T01:00 SUBMIT RETURNED>SUBMITTED bridge UNIT_OFFICER',
    '2026-05-06T01:00 ACCEPT SUBMITTED>ACCEPTED east COUNTY_OFFICER',
  ]);
  expect(await history(municipal, 'StageSummary', summaries.power.summer)).toEqual([
    '2026-03-02T01:00 MAKE >NOT_DUE office ',
    '2026-05-06T01:00 OPEN NOT_DUE>DUE nobody ',
    `2026-06-30T01:00 WAIVE DUE>WAIVED municipal MUNICIPAL_OFFICER: ${OF_SUMMARIES.waived}`,
  ]);
}

async function whoCompetesIsPublic({ id }: Competition): Promise<void> {
  const { data } = await app.ask(
    `query ($id: [ID!]) { entries(filter: { competition: $id }, orderBy: { field: ENTRY_NO, direction: ASC }) {
      nodes { entryNo status teamName applicant { name } project { name } } } }`,
    { id: [id] },
  );
  const of = (name: string) => ({ status: 'ACTIVE', applicant: { name } });
  const team = { entryNo: '2026-0001', teamName: '示例输电二班', project: null };
  const project = { entryNo: '2026-0002', teamName: null, project: { name: '示例跨海大桥' } };
  expect(data).toEqual({
    entries: {
      nodes: [
        { ...team, ...of('示例电力公司') },
        { ...project, ...of('示例路桥公司') },
      ],
    },
  });
}

const counts = (more: object) => ({
  ...{ total: 1, notDue: 0, due: 0, overdue: 0, submitted: 0, accepted: 0, waived: 0, ...more },
});
const figures = (output: [string | null, number], rate: [string | null, number]) => [
  { metric: { code: 'output' }, value: output[0], target: '3000', count: output[1] },
  { metric: { code: 'rate' }, value: rate[0], target: null, count: rate[1] },
];
const BRIDGE = { organization: { name: '示例路桥公司' }, text: '钢材供应不足' };
const POWER = { organization: { name: '示例电力公司' }, text: '征地未完' };

async function theCityReads({ spring, summer }: Competition): Promise<void> {
  expect(await report(municipal, spring)).toEqual({
    region: { name: '示例市' },
    counts: counts({ total: 2, accepted: 2 }),
    figures: figures(['1980.75', 2], ['98.5', 1]),
    problemCount: 2,
    problems: [POWER, BRIDGE],
    markdown: `# 示例2026年度重点工程立功竞赛第一阶段阶段总结汇总(示例市)

## 一、报送情况

共 2 份:未到期 0 份,待报 0 份(其中逾期 0 份),已报待审 0 份,已审核 2 份,免报 0 份。

## 二、指标数据

| 指标 | 单位 | 汇总方式 | 数值 | 目标 | 报送数 |
| --- | --- | --- | --- | --- | --- |
| 示例产值 | 万元 | 求和 | 1980.75 | 3000 | 2 |
| 示例合格率 | % | 平均 | 98.5 | — | 1 |

## 三、存在问题

- 示例电力公司:征地未完
- 示例路桥公司:钢材供应不足`,
  });
  expect(await report(municipal, summer)).toEqual({
    region: { name: '示例市' },
    counts: counts({ total: 2, accepted: 1, waived: 1 }),
    figures: figures(['2000', 1], ['99', 1]),
    ...{ problemCount: 0, problems: [] },
    markdown: expect.stringContaining('已审核的总结中没有反映问题。'),
  });
}

/** A county reads what its own units come to; neither another county nor a unit is told. */
async function countiesRead({ spring, summer }: Competition): Promise<void> {
  expect(await report(east, spring, regions.east.code)).toEqual({
    region: { name: '示例东区' },
    counts: counts({ accepted: 1 }),
    figures: figures(['1180.5', 1], ['98.5', 1]),
    ...{ problemCount: 1, problems: [BRIDGE] },
    markdown: expect.stringContaining('阶段总结汇总(示例东区)'),
  });
  expect(await report(west, summer, regions.west.code)).toEqual({
    region: { name: '示例西县' },
    counts: counts({ waived: 1 }),
    figures: figures([null, 0], [null, 0]),
    ...{ problemCount: 0, problems: [] },
    markdown: expect.stringContaining('免报 1 份'),
  });
  expect([
    await report(east, spring, regions.west.code),
    await report(east, spring),
    await report(bridge, spring, regions.east.code),
  ]).toEqual([null, null, null]);
}
