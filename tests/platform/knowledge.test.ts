import { expect, test } from 'vitest';
import { withKeys } from '../../src/platform/knowledge.ts';
import { having } from '../../src/platform/search.ts';
import type { Knowledge } from '../../src/platform/where.ts';
import { startApp, startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');
// Nearly all studios have 创新 in their names, and one in fifty has 量子.
const { id } = await app.studio();
await app.db.prisma.$executeRawUnsafe(`insert into studio select (jsonb_populate_record(s, jsonb_build_object(
    'id', gen_random_uuid(), 'name', case when i < 392 then '示例创新工作室' else '示例量子' end || i))).*
  from studio s, generate_series(0, 399) i`);
await app.db.prisma.studio.delete({ where: { id } });
await app.db.prisma.$executeRawUnsafe('analyze studio');
await app.db.knowledge.refresh();

test('the share of a gram is what the statistics of the database say', () => {
  const { db } = app;
  const shares = ['创新', '量子', '新工', '焊接'].map((gram) => db.knowledge.shareOf('Studio', gram));
  expect(shares.map((share) => Math.round(share * 100))).toEqual([98, 2, 98, 0]);
  expect(db.knowledge.shareOf('Person', '创新')).toBe(0);
});

test('what is surely common is looked for row by row, everything else through the index', () => {
  const { db } = app;
  const condition = (text: string, knowledge: Knowledge = db.knowledge) => {
    const term = having('Studio', ['name', 'nameEn', 'field'], text);
    return [term.isBroad!(knowledge), term(() => '$1', 't', knowledge).includes('grams(')];
  };
  expect(condition('创新')).toEqual([true, false]);
  expect(condition('创新工作室')).toEqual([true, false]);
  // Each pair may be common where all of them together are not.
  expect(condition('室39')).toEqual([false, true]);
  expect(condition('量子')).toEqual([true, false]);
  expect(condition('焊接')).toEqual([false, true]);

  // Keys and index together find the rows of a region, unless nearly all have the text.
  expect(condition('创新', withKeys(db.knowledge))).toEqual([true, false]);
  expect(condition('量子', withKeys(db.knowledge))).toEqual([false, true]);
});

test('both ways find the same', async () => {
  const find = async (text: string) => {
    const { data } = await app.ask(
      'query ($text: String) { studios(filter: { text: $text }, first: 3) { totalCount nodes { name } } }',
      { text },
    );
    return data!.studios;
  };
  expect(await find('创新工')).toEqual({
    totalCount: 392,
    nodes: [0, 1, 10].map((i) => ({ name: `示例创新工作室${i}` })),
  });
  expect(await find('量子39')).toEqual({
    totalCount: 8,
    nodes: [392, 393, 394].map((i) => ({ name: `示例量子${i}` })),
  });
  expect(await find('创%新')).toEqual({ totalCount: 0, nodes: [] });
});

test('a database that nobody analyzed knows nothing, and one that does not answer is not asked twice', async () => {
  let asked = 0;
  const own = await startApp('empty', {
    wrap: (driver) => ({
      ...driver,
      query: (text, values, signal) => {
        if (!text.includes('pg_stats')) return driver.query(text, values, signal);
        asked++;
        return Promise.reject(new Error('no statistics here'));
      },
    }),
  });
  const { data } = await own.ask('{ studios(filter: { text: "创新" }) { totalCount } }');
  expect(data).toEqual({ studios: { totalCount: 0 } });
  expect(own.db.knowledge.shareOf('Studio', '创新')).toBe(0);
  expect(asked).toBe(1);
});
