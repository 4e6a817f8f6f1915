import { expect, test } from 'vitest';
import { having } from '../../src/platform/search.ts';
import { startApp } from '../kit/app.ts';

/** A database in which nearly all studios have 创新 in their names, and one in a hundred has 量子. */
async function analyzed() {
  const app = await startApp();
  const employer = await app.organization();
  for (let i = 0; i < 400; i++) {
    const name = i < 396 ? `示例创新工作室${i}` : `示例量子${i}`;
    await app.studio({ name, employerId: employer.id });
  }
  await app.db.prisma.$executeRawUnsafe('analyze studio');
  await app.db.knowledge.refresh();
  return app;
}

test('the share of a gram is what the statistics of the database say', async () => {
  const { db } = await analyzed();
  const shares = ['创新', '量子', '新工', '焊接'].map((gram) => db.knowledge.shareOf('Studio', gram));
  expect(shares.map((share) => Math.round(share * 100))).toEqual([99, 1, 99, 0]);
  expect(db.knowledge.shareOf('Person', '创新')).toBe(0);
});

test('what is surely common is looked for row by row, everything else through the index', async () => {
  const { db } = await analyzed();
  const condition = (text: string) => {
    const term = having('Studio', ['name', 'nameEn', 'field'], text);
    return [term.isBroad!(db.knowledge), term(() => '$1', 't', db.knowledge).includes('grams(')];
  };
  expect(condition('创新')).toEqual([true, false]);
  expect(condition('创新工作室')).toEqual([true, false]);
  // Each pair may be common where all of them together are not.
  expect(condition('室39')).toEqual([false, true]);
  expect(condition('量子')).toEqual([true, false]);
  expect(condition('焊接')).toEqual([false, true]);
});

test('both ways find the same', async () => {
  const app = await analyzed();
  const find = async (text: string) => {
    const { data } = await app.ask(
      'query ($text: String) { studios(filter: { text: $text }, first: 3) { totalCount nodes { name } } }',
      { text },
    );
    return data!.studios;
  };
  expect(await find('创新工')).toEqual({
    totalCount: 396,
    nodes: [0, 1, 10].map((i) => ({ name: `示例创新工作室${i}` })),
  });
  expect(await find('量子39')).toEqual({
    totalCount: 4,
    nodes: [396, 397, 398].map((i) => ({ name: `示例量子${i}` })),
  });
  expect(await find('创%新')).toEqual({ totalCount: 0, nodes: [] });
});

test('a database that nobody analyzed knows nothing, and one that does not answer is not asked twice', async () => {
  let asked = 0;
  const app = await startApp('empty', {
    wrap: (driver) => ({
      ...driver,
      query: (text, values, signal) => {
        if (!text.includes('pg_stats')) return driver.query(text, values, signal);
        asked++;
        return Promise.reject(new Error('no statistics here'));
      },
    }),
  });
  const { data } = await app.ask('{ studios(filter: { text: "创新" }) { totalCount } }');
  expect(data).toEqual({ studios: { totalCount: 0 } });
  expect(app.db.knowledge.shareOf('Studio', '创新')).toBe(0);
  expect(asked).toBe(1);
});
