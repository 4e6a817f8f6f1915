import { expect, test } from 'vitest';
import { startYear } from './cast.ts';
import { enter } from './enter.ts';
import { prepare } from './prepare.ts';
import { report } from './report.ts';
import { sumUp } from './sumUp.ts';

const year = await startYear();

test('the first half of a year: a competition, its entries, its stages and what they come to', async () => {
  const competition = await prepare(year);
  const entries = await enter(year, competition);
  await sumUp(year, competition, entries);

  const { people, regions } = year;
  const { municipal, east, west, bridge } = people;
  const counts = (more: object) => ({
    ...{ total: 1, notDue: 0, due: 0, overdue: 0, submitted: 0, accepted: 1, waived: 0, ...more },
  });
  const figure = (code: string, value: string | null, count: number) => ({
    ...{ metric: { code }, value, count, target: code === 'output' ? '3000' : null },
  });
  const problem = { bridge: '钢材供应不足', power: '征地未完' };
  const bridgeSaid = { organization: { name: '示例路桥公司' }, text: problem.bridge };
  const powerSaid = { organization: { name: '示例电力公司' }, text: problem.power };
  expect(await report(municipal, competition.spring)).toEqual({
    region: { name: '示例市' },
    counts: counts({ total: 2, accepted: 2 }),
    figures: [figure('output', '1980.75', 2), figure('rate', '98.5', 1)],
    problemCount: 2,
    problems: [powerSaid, bridgeSaid],
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
  expect(await report(east, competition.spring, regions.east.code)).toEqual({
    region: { name: '示例东区' },
    counts: counts({}),
    figures: [figure('output', '1180.5', 1), figure('rate', '98.5', 1)],
    problemCount: 1,
    problems: [bridgeSaid],
    markdown: expect.stringContaining('阶段总结汇总(示例东区)'),
  });
  expect(await report(west, competition.summer, regions.west.code)).toEqual({
    region: { name: '示例西县' },
    counts: counts({ accepted: 0, waived: 1 }),
    figures: [figure('output', null, 0), figure('rate', null, 0)],
    ...{ problemCount: 0, problems: [] },
    markdown: expect.stringContaining('已审核的总结中没有反映问题。'),
  });
  expect(await report(municipal, competition.summer)).toMatchObject({
    counts: counts({ total: 2, waived: 1 }),
    figures: [figure('output', '2000', 1), figure('rate', '99', 1)],
  });
  // Neither another county nor a unit is told what a region comes to.
  expect([
    await report(east, competition.spring, regions.west.code),
    await report(east, competition.spring),
    await report(bridge, competition.spring, regions.east.code),
  ]).toEqual([null, null, null]);
});
