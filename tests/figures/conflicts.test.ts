import { expect, test } from 'vitest';
import { type App, startApp, startSharedApp } from '../kit/app.ts';

const published = await startSharedApp('published');

const CONFLICTS = `query ($filter: ObservationFilter) {
  observations(filter: $filter, first: 100) { nodes { code value period scope conflicts { code value period } } } }`;

interface Figure {
  code: string;
  conflicts: { code: string }[];
}

async function conflicts(app: App, filter: object): Promise<Record<string, string[]>> {
  const { data } = await app.ask<{ observations: { nodes: Figure[] } }>(CONFLICTS, { filter });
  return Object.fromEntries(
    data!.observations.nodes.map(({ code, conflicts }) => [code, conflicts.map(({ code }) => code)]),
  );
}

test('the two base years of Yunnan contradict each other, and the figure that both lead to does not', async () => {
  const { data } = await published.ask(CONFLICTS, {
    filter: { regionCode: '530000', indicatorCode: ['hardship.registered_households'] },
  });
  const base = { scope: null, value: '71000' };
  const now = { scope: null, value: '2513', period: '2020-10-30', conflicts: [] };
  expect(data!.observations).toEqual({
    nodes: [
      {
        ...base,
        code: '001-013',
        period: '2016',
        conflicts: [{ code: '001-015', value: '71000', period: '2017' }],
      },
      { ...now, code: '001-014' },
      {
        ...base,
        code: '001-015',
        period: '2017',
        conflicts: [{ code: '001-013', value: '71000', period: '2016' }],
      },
      { ...now, code: '001-016' },
    ],
  });
});

test('the 2 and the 9 studios of Yanjiang have different scopes and are no contradiction', async () => {
  const indicatorCode = ['innovation_studio.municipal.created'];
  expect(await conflicts(published, { indicatorCode })).toEqual({ '003-008': [], '003-035': [] });
});

test('without the scope they would be one', async () => {
  const app = await startApp('published');
  await app.db.prisma.$executeRawUnsafe('alter table observation disable trigger observation_keep');
  await app.db.prisma.observation.update({ where: { code: '003-008' }, data: { scope: null } });
  const indicatorCode = ['innovation_studio.municipal.created'];
  expect(await conflicts(app, { indicatorCode })).toEqual({ '003-008': ['003-035'], '003-035': ['003-008'] });
});

test('no other published figures contradict each other', async () => {
  const pages = await Promise.all(
    ['000', '001', '002', '003', '004'].map((document) =>
      conflicts(published, {
        code: Array.from({ length: 90 }, (_, i) => `${document}-${String(i + 1).padStart(3, '0')}`),
      }),
    ),
  );
  const all = Object.assign({}, ...pages) as Record<string, string[]>;
  expect(Object.keys(all)).toHaveLength(263);
  expect(Object.entries(all).filter(([, codes]) => codes.length > 0)).toEqual([
    ['001-013', ['001-015']],
    ['001-015', ['001-013']],
  ]);
});

test('99, 80 and 197 are three indicators', async () => {
  const { data } = await published.ask(
    `{ indicators(filter: { topic: [KEY_PROJECT] }) { nodes { code observations { nodes { value } } } } }`,
  );
  const figure = (value: string) => ({ nodes: [{ value }] });
  expect(data!.indicators).toEqual({
    nodes: [
      { code: 'key_project.merit_competition.municipal', observations: figure('197') },
      { code: 'key_project.merit_competition.provincial', observations: figure('80') },
      { code: 'key_project.platform_registered', observations: figure('99') },
    ],
  });
});

const empty = await startSharedApp('empty');
const { id: regionId } = await empty.region();
const { id: sourceId } = await empty.source();

test.each([
  ['the same number', {}, {}, false],
  ['numbers one apart', {}, { value: 101 }, true],
  ['numbers apart by less than the printed step', { value: 26000, precision: 1000 }, { value: 26400 }, false],
  ['numbers apart by the printed step', { value: 26000, precision: 1000 }, { value: 27000 }, true],
  ['more than 100, and 150', { bound: 'AT_LEAST' }, { value: 150 }, false],
  ['more than 100, and 99', { bound: 'AT_LEAST' }, { value: 99 }, true],
  ['incomplete 100, and 99', { bound: 'INCOMPLETE' }, { value: 99 }, true],
  ['nearly 100, and 90', { bound: 'AT_MOST' }, { value: 90 }, false],
  ['nearly 100, and 101', { bound: 'AT_MOST' }, { value: 101 }, true],
  ['more than 100, and more than 500', { bound: 'AT_LEAST' }, { bound: 'AT_LEAST', value: 500 }, false],
  ['nearly 100, and more than 500', { bound: 'AT_MOST' }, { bound: 'AT_LEAST', value: 500 }, true],
  ['100 to 120, and 110', { bound: 'RANGE', valueMax: 120 }, { value: 110 }, false],
  ['100 to 120, and 121', { bound: 'RANGE', valueMax: 120 }, { value: 121 }, true],
  ['a doubtful 100, and 7', { bound: 'UNCERTAIN' }, { value: 7 }, false],
  ['other kinds', { kind: 'FLOW' }, { value: 7 }, false],
  ['other periods', { period: '2019' }, { value: 7 }, false],
  ['a superseded 100, and 7', { status: 'SUPERSEDED' }, { value: 7 }, false],
  [
    'starting values of other periods and numbers',
    { kind: 'BASELINE', period: '2019' },
    { kind: 'BASELINE', value: 7 },
    false,
  ],
  [
    'starting values of other periods in one source',
    { kind: 'BASELINE', period: '2019' },
    { kind: 'BASELINE' },
    true,
  ],
] as const)('%s: %o and %o', async (_name, one, other, isConflict) => {
  const { code, id: indicatorId } = await empty.indicator();
  const shared = { value: 100, indicatorId, regionId, sourceId };
  await empty.observation({ ...shared, code: `${code} one`, ...one });
  await empty.observation({ ...shared, code: `${code} other`, ...other });
  const found = await conflicts(empty, { indicatorCode: [code] });
  const own = (text: string) => text.replace(`${code} `, '');
  expect(Object.fromEntries(Object.entries(found).map(([key, codes]) => [own(key), codes.map(own)]))).toEqual(
    isConflict ? { one: ['other'], other: ['one'] } : { one: [], other: [] },
  );
});
