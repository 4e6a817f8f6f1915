import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { here, there, competitionId, stage, output, ideas, ...all } = await scene(app, signIn);
const { summary, unit, office, municipal, provincial, county, supervisor, industrial, strangers, admin } =
  all;
const mean = await app.metric({
  competitionId,
  code: 'rate',
  name: '示例|率',
  unit: '%',
  aggregation: 'MEAN',
  target: '2.5',
});
const least = await app.metric({ competitionId, code: 'least', name: '示例最少', aggregation: 'MIN' });
const most = await app.metric({ competitionId, code: 'most', name: '示例最多', aggregation: 'MAX' });

const other = await app.region({ parent: here.city, level: 'COUNTY' });
const neighbor = await app.organization({ regionId: other.id, name: '示例邻厂' });
const elsewhere = { applicantId: neighbor.id, regionId: other.id };

const figures = async ({ id: summaryId }: { id: string }, given: [{ id: string }, string][]) => {
  for (const [{ id: metricId }, value] of given) await app.metricValue({ summaryId, metricId, value });
};
await figures(await summary({ status: 'ACCEPTED', problems: '缺人' }), [
  ...([
    [output, '1.0001'],
    [mean, '1'],
    [least, '-3'],
    [most, '5'],
  ] as [{ id: string }, string][]),
]);
await figures(await summary({ status: 'ACCEPTED', problems: '# 标题\n\n| a | <b>*粗*</b>' }), [
  ...([
    [output, '0.1'],
    [mean, '2'],
  ] as [{ id: string }, string][]),
]);
await figures(await summary({ status: 'ACCEPTED' }, elsewhere), [
  ...([
    [output, '100'],
    [mean, '2'],
    [least, '7'],
    [most, '-5'],
  ] as [{ id: string }, string][]),
]);
// None of these is accepted.
await figures(await summary({ status: 'SUBMITTED', problems: '不算' }), [[output, '1000']]);
await summary({ status: 'RETURNED', dueOn: new Date('2026-04-30') });
await summary({ status: 'DUE' });
await summary({ status: 'DRAFT', dueOn: new Date('2026-05-01') });
await summary({ status: 'WAIVED', dueOn: new Date('2026-04-30') });
await summary({ status: 'NOT_DUE' }, elsewhere);

const REPORT = `counts { total notDue due overdue submitted accepted waived }
  figures { metric { code } value target count } problems { organization { name } text } problemCount`;
const report = async (who: typeof unit, regionCode?: string | null, selection = REPORT) => {
  const { data, errors } = await who.ask<{ node: { report: Record<string, unknown> | null } }>(
    `query ($id: ID!, $regionCode: String) {
      node(id: $id) { ... on Stage { report(regionCode: $regionCode) { ${selection} } } } }`,
    { id: globalId('Stage', stage.id), regionCode },
  );
  expect(errors).toBeUndefined();
  return data!.node.report;
};
const figure = (code: string, value: string | null, count: number, target: string | null = null) => ({
  ...{ metric: { code }, value, target, count },
});
const name = here.unit.name;

test('sums up the accepted ones where the competition is held, each metric in its way', async () => {
  expect(await report(municipal)).toEqual({
    counts: { total: 9, notDue: 1, due: 3, overdue: 1, submitted: 1, accepted: 3, waived: 1 },
    figures: [
      figure('output', '101.1001', 3),
      figure('ideas', null, 0),
      figure('rate', '1.6667', 3, '2.5'),
      figure('least', '-3', 2),
      figure('most', '5', 2),
    ],
    problems: [
      { organization: { name }, text: '缺人' },
      { organization: { name }, text: '# 标题\n\n| a | <b>*粗*</b>' },
    ],
    problemCount: 2,
  });
});

test('or in a region below', async () => {
  expect(await report(municipal, other.code)).toEqual({
    counts: { total: 2, notDue: 1, due: 0, overdue: 0, submitted: 0, accepted: 1, waived: 0 },
    figures: [
      figure('output', '100', 1),
      figure('ideas', null, 0),
      figure('rate', '2', 1, '2.5'),
      figure('least', '7', 1),
      figure('most', '-5', 1),
    ],
    ...{ problems: [], problemCount: 0 },
  });
});

test('as a text in which what units wrote is text and nothing else', async () => {
  const { title } = await app.db.prisma.competition.findUniqueOrThrow({ where: { id: competitionId } });
  expect(await report(municipal, null, 'markdown')).toEqual({
    markdown: `# ${title}${stage.name}阶段总结汇总(${here.city.name})

## 一、报送情况

共 9 份:未到期 1 份,待报 3 份(其中逾期 1 份),已报待审 1 份,已审核 3 份,免报 1 份。

## 二、指标数据

| 指标 | 单位 | 汇总方式 | 数值 | 目标 | 报送数 |
| --- | --- | --- | --- | --- | --- |
| 示例产值 | 万元 | 求和 | 101.1001 | — | 3 |
| 示例建议 | 项 | 求和 | — | — | 0 |
| 示例\\|率 | % | 平均 | 1.6667 | 2.5 | 3 |
| 示例最少 | 项 | 最小值 | -3 | — | 2 |
| 示例最多 | 项 | 最大值 | 5 | — | 2 |

## 三、存在问题

- ${name}:缺人
- ${name}:\\# 标题 \\| a \\| &lt;b&gt;\\*粗\\*&lt;/b&gt;`,
  });
});

test('is for those who look after the region as a whole', async () => {
  const isTold = async (who: typeof unit, code?: string | null) =>
    (await report(who, code, 'problemCount')) !== null;
  for (const who of [admin, provincial, municipal, office, supervisor]) expect(await isTold(who)).toBe(true);
  for (const who of [county, industrial, unit, ...Object.values(strangers)])
    expect(await isTold(who)).toBe(false);
  expect([await isTold(county, here.county.code), await isTold(county, other.code)]).toEqual([true, false]);
  expect([await isTold(municipal, there.county.code), await isTold(municipal, '999999')]).toEqual([
    false,
    false,
  ]);
  const { data } = await app.ask(
    'query ($id: ID!) { node(id: $id) { ... on Stage { report { markdown } } } }',
    {
      id: globalId('Stage', stage.id),
    },
  );
  expect(data).toEqual({ node: { report: null } });
});

test('of many stages takes as many statements as of one', async () => {
  const count = async (first: number) => {
    const statements = await app.statements(async () => {
      const { errors } = await office.ask(
        `query ($id: ID!, $first: Int!) { node(id: $id) { ... on Competition { stages(first: $first) { nodes {
          report { ${REPORT} region { name } stage { name } markdown }
          county: report(regionCode: "${here.county.code}") { problemCount } } } } } }`,
        { id: globalId('Competition', competitionId), first },
      );
      expect(errors).toBeUndefined();
    });
    return statements.length;
  };
  const one = await count(1);
  for (let n = 0; n < 6; n++) {
    const { id: stageId } = await app.stage({ competitionId });
    await summary({ status: 'ACCEPTED', problems: '示例', stageId });
  }
  expect(await count(7)).toBe(one);
});
