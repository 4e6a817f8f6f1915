import { describe, expect, test } from 'vitest';
import { searches } from '../../src/graphql/filters.ts';
import { tableOf } from '../../src/platform/models.ts';
import { having } from '../../src/platform/search.ts';
import '../../src/schema.ts';
import { startApp, startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('published');

/** A busy machine may take its time. */
const PATIENT = { maxWait: 60_000, timeout: 60_000 };

describe('a search', () => {
  test.each(searches.map(({ model, fields }) => ({ model, fields })))(
    'through $model finds its index',
    async ({ model, fields }) => {
      const plan = await app.db.prisma.$transaction(async (tx) => {
        await tx.$executeRawUnsafe('set local enable_seqscan = off');
        await tx.$executeRawUnsafe('set local enable_indexscan = off');
        const values: unknown[] = [];
        const bind = (value: unknown) =>
          `$${values.push(Array.isArray(value) ? `{${value.map((v) => `"${v}"`)}}` : value)}`;
        const where = having(model, fields as never, '创新')(bind, 't');
        return tx.$queryRawUnsafe<Record<string, string>[]>(
          `explain (costs off) select 1 from ${tableOf(model)} t where ${where}`,
          ...values,
        );
      }, PATIENT);
      const index = `${tableOf(model).replaceAll('"', '')}_text_idx`;
      expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(`Bitmap Index Scan on ${index}`);
    },
  );
});

test('two Chinese characters are enough, one is too, and letters may be large or small', async () => {
  const found = async (text: string) => {
    const { data } = await app.ask(
      `query ($text: String) { initiatives(filter: { text: $text }, first: 100) { nodes { code } } }`,
      { text },
    );
    return (data!.initiatives as { nodes: { code: string }[] }).nodes.map(({ code }) => code);
  };
  expect(await found('烟台')).toEqual(['S003', 'S005', 'S008', 'S009']);
  expect(await found('焊')).toEqual([]);
  expect(await found('YANTAI')).toEqual(['S005', 'S008', 'S009']);
  expect(await found('yantai all-staff')).toEqual(['S009']);
  // The pairs of characters occur, but not in this order.
  expect(await found('台烟')).toEqual([]);
  expect(await found('竞赛立项、审批')).toEqual(['S001']);
});

test('signs with a meaning for LIKE mean themselves', async () => {
  const own = await startApp();
  const names = ['100%示例', '1000示例', 'a_b示例', 'acb示例', 'c\\d示例', "o'示例", '😀𠮷示例'];
  for (const name of names) await own.person({ name });
  const found = async (text: string) => {
    const { data } = await own.ask(
      `query ($text: String) { people(filter: { text: $text }) { nodes { name } } }`,
      { text },
    );
    return (data!.people as { nodes: { name: string }[] }).nodes.map(({ name }) => name);
  };
  expect(await found('0%')).toEqual(['100%示例']);
  expect(await found('%')).toEqual(['100%示例']);
  expect(await found('a_')).toEqual(['a_b示例']);
  expect(await found('_')).toEqual(['a_b示例']);
  expect(await found('\\d')).toEqual(['c\\d示例']);
  expect(await found("o'")).toEqual(["o'示例"]);
  expect(await found('😀𠮷')).toEqual(['😀𠮷示例']);
  expect(await found('𠮷')).toEqual(['😀𠮷示例']);
  expect(await found('示例')).toEqual(names.toSorted());
});

test('an empty text and one of more than 100 characters are refused', async () => {
  for (const text of ['', 'x'.repeat(101)]) {
    const { errors } = await app.ask(
      'query ($text: String) { regions(filter: { text: $text }) { totalCount } }',
      { text },
    );
    expect(errors![0]).toMatchObject({
      message: `filter.text: expected 1 to 100 characters, not ${text.length}.`,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
});
