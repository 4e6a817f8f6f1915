import { readdir, readFile } from 'node:fs/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { expect, test } from 'vitest';
import * as generated from '../../src/generated/operations/graphql.ts';
import {
  ConflictDocument,
  PublishedDocument,
  SearchDocument,
} from '../../src/generated/operations/graphql.ts';
import { MOST_NODES } from '../../src/graphql/cost.ts';
import { inProject } from '../../src/platform/root.ts';
import { startSharedApp } from '../kit/app.ts';

type Operation = TypedDocumentNode<object, Record<string, never>>;

const app = await startSharedApp('demo');

const operations = Object.entries(generated)
  .filter(([name]) => name.endsWith('Document'))
  .map(([name, document]): [string, Operation] => [name.slice(0, -'Document'.length), document as Operation]);

test.each(operations)('%s answers', async (name, document) => {
  const answer = await app.client.request(document);
  const file = `answers/${name[0]!.toLowerCase()}${name.slice(1)}.json`;
  await expect(`${JSON.stringify(settled(answer), null, 2)}\n`).toMatchFileSnapshot(file);
});

test.each(operations)('%s costs a stranger a quarter of the limit at most', async (_name, document) => {
  const { status, errors, extensions } = await app.ask(print(document));
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  expect((extensions!.cost as { nodes: number }).nodes).toBeLessThanOrEqual(MOST_NODES / 4);
});

test('a file holds one operation, which GraphiQL can run and name a tab after, beneath a comment', async () => {
  const folder = inProject('schema', 'operations');
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
  const named = texts.map((text) => [...text.matchAll(/^query (\w+)/gm)].map(([, name]) => name));
  expect(named.map((names) => names.length)).toEqual(files.map(() => 1));
  expect(named.flat().sort()).toEqual(operations.map(([name]) => name).sort());
  expect(texts.filter((text) => !text.startsWith('# '))).toEqual([]);
});

test("Yantai's 328 studios come with their sentence, its line and the newspaper", async () => {
  const { indicator } = await app.client.request(PublishedDocument, {});
  expect(indicator?.observations.nodes).toEqual([
    {
      value: '328',
      valueText: '328',
      unit: '家',
      bound: 'EXACT',
      kind: 'STOCK',
      period: '2020-11~',
      scope: null,
      quote: '全市县级以上职工创新工作室达到328家',
      line: 153,
      source: {
        fileName: '001_36eec756fec64adf.txt',
        publisher: '工人日报',
        publishedOn: '2020-11-03~',
        dateInferred: true,
      },
      conflicts: [],
    },
  ]);
});

test('the two years of 71,000 households in Yunnan name each other', async () => {
  const { observations } = await app.client.request(ConflictDocument, {});
  const baselines = observations.nodes.filter(({ kind }) => kind === 'BASELINE');
  expect(
    baselines.map(({ code, value, valueText, period, quote, conflicts }) => [
      { code, value, valueText, period, quote },
      conflicts.map((other) => [other.code, other.value, other.period]),
    ]),
  ).toEqual([
    [
      {
        code: '001-013',
        value: '71000',
        valueText: '7.1万',
        period: '2016',
        quote: '全省困难职工由4年前的7.1万户骤减为2513户',
      },
      [['001-015', '71000', '2017']],
    ],
    [
      {
        code: '001-015',
        value: '71000',
        valueText: '7.1万',
        period: '2017',
        quote: '从2017年的7.1万户骤减为目前的2513户',
      },
      [['001-013', '71000', '2016']],
    ],
  ]);
});

test('the search goes on from its last cursor, without gaps or repeats', async () => {
  const quotes: string[] = [];
  let after: string | null | undefined;
  let total: number;
  do {
    const { observations } = await app.client.request(SearchDocument, { text: '技能', first: 3, after });
    quotes.push(...observations.edges.map(({ cursor, node }) => `${cursor} ${node.quote}`));
    total = observations.totalCount;
    after = observations.pageInfo.hasNextPage ? observations.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(quotes).size).toBe(total);
  expect(quotes.filter((quote) => !quote.includes('技能'))).toEqual([]);
});

/** The answer with ids and cursors, which every database has others of, struck out. */
function settled(answer: object): unknown {
  const changing = /^(id|cursor|startCursor|endCursor)$/;
  return JSON.parse(
    JSON.stringify(answer, (key, value) =>
      changing.test(key) && typeof value === 'string' ? `(${key})` : value,
    ),
  );
}
