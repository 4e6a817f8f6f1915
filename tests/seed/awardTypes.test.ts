import { expect, test } from 'vitest';
import { loadData } from '../../prisma/seed/load.ts';
import type { Data } from '../../prisma/seed/shapes.ts';
import type { Database } from '../../src/platform/database.ts';
import { startApp, startSharedApp } from '../kit/app.ts';
import { awardType, changed, shipped } from './changed.ts';

const { db } = await startSharedApp('published');

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
const label = ({ code, validFrom }: { code: string; validFrom: Date | null }) =>
  validFrom ? `${code} ${day(validFrom)}` : code;

/** The award types, by code and first day. */
function stored({ prisma }: Database) {
  return prisma.awardType.findMany({
    orderBy: [{ code: 'asc' }, { validFrom: { sort: 'asc', nulls: 'first' } }],
    include: { parent: true },
  });
}

/** What each initiative names, in the order of the codes. */
async function namings({ prisma }: Database) {
  const rows = await prisma.initiativeAwardType.findMany({
    include: { initiative: true, awardType: true },
  });
  return rows.map(({ initiative, awardType }) => [initiative.code, label(awardType)].join(' ')).sort();
}

/** What became of the award types when the data was loaded. */
async function load(db: Database, data: Data): Promise<unknown> {
  let merged: unknown;
  await loadData(db, data, (table, counts) => {
    if (table === 'award types') merged = counts;
  });
  return merged;
}

test('19 award types are loaded, with nature, recipients, cycle, validity and parent', async () => {
  const rows = (await stored(db)).map((row) =>
    [
      ...[row.code, row.name, row.level, row.nature, row.recipientKind, row.cycleMonths ?? ''],
      ...[day(row.validFrom) ?? '', day(row.validTo) ?? '', row.parent?.code ?? ''],
    ].join('|'),
  );
  expect(rows).toEqual([
    'municipal.may1_certificate|市级五一劳动奖状|MUNICIPAL|CONFERRAL|ORGANIZATION||||',
    'municipal.may1_medal|市级五一劳动奖章|MUNICIPAL|CONFERRAL|PERSON||||',
    'municipal.worker_pioneer|市级工人先锋号|MUNICIPAL|CONFERRAL|COLLECTIVE||||',
    'naming.all_staff_innovation_enterprise|全员创新示范企业|MUNICIPAL|NAMING|ORGANIZATION||||',
    'naming.innovation_studio|劳模和工匠人才创新工作室|MUNICIPAL|NAMING|STUDIO||||',
    'naming.merit_project|建功项目|MUNICIPAL|NAMING|PROJECT||||',
    'national.advanced_worker|全国先进工作者|NATIONAL|COMMENDATION|PERSON|60|||',
    'national.may1_award|全国五一劳动奖|NATIONAL|COMMENDATION|PERSON|12|||',
    'national.may1_certificate|全国五一劳动奖状|NATIONAL|COMMENDATION|ORGANIZATION|12|||national.may1_award',
    'national.may1_medal|全国五一劳动奖章|NATIONAL|COMMENDATION|PERSON|12|||national.may1_award',
    'national.model_worker|全国劳动模范|NATIONAL|COMMENDATION|PERSON|60|||',
    'national.worker_pioneer|全国工人先锋号|NATIONAL|COMMENDATION|COLLECTIVE|12||2026-01-29|',
    'national.worker_pioneer|全国工人先锋号|NATIONAL|COMMENDATION|COLLECTIVE|12|2026-01-29||national.may1_award',
    'praise.advanced_collective|先进集体|MUNICIPAL||COLLECTIVE||||',
    'praise.advanced_individual|先进个人|MUNICIPAL||PERSON||||',
    'praise.five_small_result|优秀“五小”成果|MUNICIPAL|PRAISE|RESULT||||',
    'provincial.may1_certificate|省级五一劳动奖状|PROVINCIAL|CONFERRAL|ORGANIZATION||||',
    'provincial.may1_medal|省级五一劳动奖章|PROVINCIAL|CONFERRAL|PERSON||||',
    'provincial.worker_pioneer|省级工人先锋号|PROVINCIAL|CONFERRAL|COLLECTIVE||||',
  ]);
});

test.each([
  ['2025-12-31', ['national.may1_certificate', 'national.may1_medal'], ['national.worker_pioneer']],
  ['2026-01-28', ['national.may1_certificate', 'national.may1_medal'], ['national.worker_pioneer']],
  [
    '2026-01-29',
    ['national.may1_certificate', 'national.may1_medal', 'national.worker_pioneer 2026-01-29'],
    ['national.worker_pioneer 2026-01-29'],
  ],
])('on %s the national award has the parts %j', async (text, parts, pioneers) => {
  const on = new Date(text);
  const valid = await db.prisma.awardType.findMany({
    where: {
      AND: [
        { OR: [{ validFrom: null }, { validFrom: { lte: on } }] },
        { OR: [{ validTo: null }, { validTo: { gt: on } }] },
      ],
    },
    include: { parent: true },
    orderBy: { code: 'asc' },
  });
  expect(valid.filter(({ parent }) => parent?.code === 'national.may1_award').map(label)).toEqual(parts);
  expect(valid.filter(({ code }) => code === 'national.worker_pioneer').map(label)).toEqual(pioneers);
});

test('four initiatives name the seven awards that their sentences name', async () => {
  expect(await namings(db)).toEqual([
    'S009 naming.all_staff_innovation_enterprise',
    'S066 naming.innovation_studio',
    'S067 praise.advanced_collective',
    'S067 praise.five_small_result',
    'S078 provincial.may1_certificate',
    'S078 provincial.may1_medal',
    'S078 provincial.worker_pioneer',
  ]);
});

test('loading again changes nothing', async () => {
  const { db } = await startApp('published');
  const all = async () => [
    await stored(db),
    await db.prisma.initiativeAwardType.findMany({ orderBy: { id: 'asc' } }),
  ];
  const before = await all();
  expect(await load(db, shipped)).toEqual({ created: 0, updated: 0, unchanged: 19 });
  expect(await all()).toEqual(before);
});

test('a row that is changed by hand is corrected', async () => {
  const { db } = await startApp('published');
  const before = await stored(db);
  await db.prisma.awardType.updateMany({
    where: { code: 'national.worker_pioneer', validTo: null },
    data: { parentId: null, nature: null },
  });
  expect(await load(db, shipped)).toEqual({ created: 0, updated: 1, unchanged: 18 });
  const version = ({ version, updatedAt: _, ...row }: (typeof before)[number]) => ({ ...row, version });
  expect((await stored(db)).map(version)).toEqual(
    before.map((row) => ({ ...version(row), version: row.parent && row.validFrom ? 2 : 1 })),
  );
});

test('a newer release ends a row and lets another one follow', async () => {
  const { db } = await startApp('published');
  const medal = 'national.may1_medal';
  const data = changed({
    awardTypes: { [medal]: { validTo: '2027-03-01' } },
    further: [{ ...awardType(medal), validFrom: '2027-03-01', parent: null }],
  });
  expect(await load(db, data)).toEqual({ created: 1, updated: 1, unchanged: 18 });
  expect(await load(db, data)).toEqual({ created: 0, updated: 0, unchanged: 20 });
  const rows = (await stored(db)).filter(({ code }) => code === medal);
  expect(rows.map((row) => [label(row), day(row.validTo), row.parent?.code, row.version])).toEqual([
    [medal, '2027-03-01', 'national.may1_award', 2],
    [`${medal} 2027-03-01`, null, undefined, 1],
  ]);
});

test('a newer release drops what an initiative names, and adds to it', async () => {
  const { db } = await startApp('published');
  const initiatives = { S009: { awardTypeCodes: [] }, S066: { awardTypeCodes: ['national.may1_medal'] } };
  const before = (await namings(db)).filter((naming) => !/^S009|^S066/.test(naming));
  await load(db, changed({ initiatives }));
  expect(await namings(db)).toEqual(['S066 national.may1_medal', ...before]);
  await load(db, shipped);
  expect(await namings(db)).toHaveLength(7);
});

test('a document names the award as it was when it was published', async () => {
  const { db } = await startApp('published');
  const initiatives = { S078: { awardTypeCodes: ['national.worker_pioneer'] } };
  const [apart, part] = ['S078 national.worker_pioneer', 'S078 national.worker_pioneer 2026-01-29'];
  const expected: Record<string, string[]> = {
    '2018-11~': [apart],
    '2026-01-28': [apart],
    '2026-01-29': [part],
    '2026-01': [apart, part],
    '2026-02/..': [part],
    '/2026-01-28': [apart],
  };
  for (const [publishedOn, rows] of Object.entries(expected)) {
    await load(db, changed({ initiatives, sources: { '004': { publishedOn } } }));
    expect([publishedOn, (await namings(db)).filter((naming) => naming.startsWith('S078'))]).toEqual([
      publishedOn,
      rows,
    ]);
  }
});

test('an award type of the database that takes the time of one of the data is told', async () => {
  const { db } = await startApp('published');
  const data = changed({ awardTypes: { 'naming.merit_project': { validFrom: '2023-01-01' } } });
  await expect(load(db, data)).rejects.toMatchObject({
    exitCode: 65,
    message:
      'award-types.json naming.merit_project from 2023-01-01: The database has naming.merit_project for the same time.',
  });
  expect(await stored(db)).toHaveLength(19);
});
