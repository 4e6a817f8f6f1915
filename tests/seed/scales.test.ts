import { createHash } from 'node:crypto';
import { expect, inject, onTestFinished, test } from 'vitest';
import { readAwardTypes } from '../../prisma/seed/demo/awardTypes.ts';
import { insert } from '../../prisma/seed/demo/insert.ts';
import { loadDemo, type Scale, STEPS } from '../../prisma/seed/demo/load.ts';
import { nation } from '../../prisma/seed/demo/nation.ts';
import { readPlaces } from '../../prisma/seed/demo/places.ts';
import type { Merged } from '../../prisma/seed/merge.ts';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { type ModelName, models } from '../../src/platform/models.ts';
import { SERVER } from '../kit/databases.ts';
import { type Content, copyOf } from '../kit/templates.ts';

/** What differs from one database to the next: what the published rows are called, and when. */
const OWN = ['region_id', 'award_type_id', 'created_at', 'updated_at'];
/** How many are first: all decisions, and no titles of studios that come later. */
const FIRST: Partial<Record<ModelName, number>> = { Decision: 10_000, StudioTitle: 900 };
const MADE_UP = Object.values(models).filter(({ fields }) => 'isDemo' in fields);

async function databaseWith(content: Content): Promise<Database> {
  const { driver, remove } = await copyOf(inject('templates')[content]);
  const db = openDatabase(driver);
  onTestFinished(async () => {
    await db.close();
    await remove();
  });
  return db;
}

/** What became of the rows of each table. */
async function loadInto(db: Database, scale: Scale): Promise<Record<string, Merged>> {
  const loaded: Record<string, Merged> = {};
  await loadDemo(db, scale, (table, merged) => void (loaded[table] = merged));
  return loaded;
}

function sum(loaded: Record<string, Merged>, what: keyof Merged): number {
  return Object.values(loaded).reduce((sum, merged) => sum + merged[what], 0);
}

/** All made-up rows without what is a database's own, in short. */
async function digestOf({ driver }: Database): Promise<string> {
  const hash = createHash('sha256');
  for (const { table } of MADE_UP) {
    const [row] = (await driver.query(
      `select string_agg((to_jsonb(t) - $1::text[])::text, e'\\n' order by id) as rows from ${table} t
       where is_demo`,
      [OWN],
    )) as { rows: string | null }[];
    hash.update(row!.rows ?? '');
  }
  return hash.digest('hex');
}

test('two databases get the same year, and loading it again changes nothing', async () => {
  const [first, second] = [await databaseWith('published'), await databaseWith('demo')];
  const loaded = await loadInto(first, 'demo');
  expect(Object.keys(loaded)).toHaveLength(STEPS.demo);
  expect([sum(loaded, 'created'), sum(loaded, 'unchanged')]).toEqual([20938, 0]);
  const digest = await digestOf(first);
  expect(await digestOf(second)).toBe(digest);

  const again = await loadInto(first, 'demo');
  expect([sum(again, 'created'), sum(again, 'unchanged')]).toEqual([0, 20938]);
  expect(await digestOf(first)).toBe(digest);
}, 240_000);

test('what was changed since is not changed back', async () => {
  const db = await databaseWith('demo');
  await db.prisma.project.updateMany({ data: { status: 'COMPLETED' } });
  await loadInto(db, 'demo');
  expect(await db.prisma.project.count({ where: { status: { not: 'COMPLETED' } } })).toBe(0);
});

// Without a server its 73,000 rows take most of a minute, and are the same.
test.runIf(SERVER)(
  'the city has what Yantai counted of groups and pairs, and the year unchanged',
  async () => {
    const db = await databaseWith('demo');
    const loaded = await loadInto(db, 'city');
    expect(Object.entries(loaded).filter(([, { created }]) => created > 0)).toEqual([
      ['city person', { created: 38175, updated: 0, unchanged: 3623 }],
      ['city innovation group', { created: 9489, updated: 0, unchanged: 400 }],
      ['city mentor pair', { created: 25450, updated: 0, unchanged: 600 }],
    ]);
    expect(sum(loaded, 'unchanged')).toBe(20938);
    expect([
      await db.prisma.innovationGroup.count({ where: { status: 'ACTIVE' } }),
      await db.prisma.mentorPair.count({ where: { status: { not: 'TERMINATED' } } }),
    ]).toEqual([9869, 26_000]);
  },
  120_000,
);

test('the first records of a nation, of each kind, fit together in all regions', async () => {
  const { driver, prisma } = await databaseWith('demo');
  const batches = nation(await readPlaces(driver.query), await readAwardTypes(driver.query));
  const before = await prisma.awardGrant.count();
  for (const { model, rows } of batches) {
    const page: object[] = [];
    for (const row of rows) if (page.push(row) === (FIRST[model] ?? 1000)) break;
    expect(await insert(driver.query, model, page)).toBe(page.length);
  }
  expect(await prisma.awardGrant.count()).toBe(before + 1000);
  const regions = await driver.query('select distinct region_id from project', []);
  expect(regions).toHaveLength(74);
  const named = await prisma.organization.count({
    where: { isDemo: true, name: { not: { contains: '示例' } } },
  });
  expect(named).toBe(0);
});

test('without regions nothing is made up', async () => {
  const db = await databaseWith('empty');
  await expect(loadDemo(db, 'demo')).rejects.toThrow(
    'The demonstration needs the region 100000, which is not loaded.',
  );
  expect(await db.prisma.organization.count()).toBe(0);
});
