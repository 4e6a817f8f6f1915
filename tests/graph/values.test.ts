import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');
const { id: regionId } = await app.region();

/** Text that went wrong somewhere, in some program. */
const NASTY = [
  '😀𠮷野家',
  '👩‍👩‍👧‍👦',
  'é e\u0301',
  'ﷺ ‮反',
  '\u2028\u2029\u0085\uFEFF',
  '\\"\'`$1{{b}}<!--',
  "'; drop table organization; --",
  '\u{10FFFF}\uFFFF\uFDD0',
  'İıſßẞ',
  'ＡＢＣ',
  '\x01\x1f\x7f\t\r\n',
  ' ',
];

const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  )
  .map((text) => text.replaceAll('\0', ''))
  .filter((text) => text !== '');

/** Names of the organizations that have the text, by a search. */
async function found(text: string): Promise<string[]> {
  const { data, errors } = await app.ask<{ organizations: { nodes: { name: string }[] } }>(
    'query ($text: String) { organizations(filter: { text: $text }, first: 100) { nodes { name } } }',
    { text },
  );
  expect(errors).toBeUndefined();
  return data!.organizations.nodes.map(({ name }) => name);
}

test('text comes back as it was stored, to the byte, and is found', async () => {
  const names = [...NASTY, ...fc.sample(anyText, 200)];
  const ids = new Map<string, string>();
  for (const name of names) {
    const { id } = await app.organization({ name, regionId });
    ids.set(Buffer.from(`Organization:${id}`).toString('base64'), name);
  }
  for (const part of [[...ids].slice(0, 100), [...ids].slice(100, 200), [...ids].slice(200)]) {
    const { data } = await app.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Organization { name } } }',
      { ids: part.map(([id]) => id) },
    );
    expect(data).toEqual({ nodes: part.map(([, name]) => ({ name })) });
  }
  for (const name of names) expect(await found(name)).toContain(name);
});

test('signs of SQL and of its patterns find only what holds them', async () => {
  const names = ['数100%', '数1000', '数a_b', '数acb', '数c\\d', "数' OR 1=1 --", '数"; select 1', '数$1'];
  for (const name of names) await app.organization({ name, regionId });
  const pairs = ['0%', 'a_b', 'c\\d', "' OR 1=1 --", '"; select 1', '数$1', '数%', '数_', '_%', '数"'];
  const hits = await Promise.all(pairs.map(async (text) => [text, await found(text)]));
  expect(hits).toEqual([
    ['0%', ['数100%']],
    ['a_b', ['数a_b']],
    ['c\\d', ['数c\\d']],
    ["' OR 1=1 --", ["数' OR 1=1 --"]],
    ['"; select 1', ['数"; select 1']],
    ['数$1', ['数$1']],
    ['数%', []],
    ['数_', []],
    ['_%', []],
    ['数"', ['数"; select 1']],
  ]);
});

const NUL = 'text without the character NUL (U+0000).';
const HALF = 'text without halves of surrogate pairs.';
const PLACES: [query: string, type: string, at: (text: string) => object][] = [
  ['query ($v: ID!) { node(id: $v) { id } }', 'ID', (v) => ({ v })],
  ['query ($v: [ID!]!) { nodes(ids: $v) { id } }', 'ID', (v) => ({ v: ['a', v] })],
  ['query ($v: String) { organizations(after: $v) { totalCount } }', 'String', (v) => ({ v })],
  ['query ($v: String) { organizations(filter: { text: $v }) { totalCount } }', 'String', (v) => ({ v })],
  [
    'query ($v: OrganizationFilter) { organizations(filter: $v) { totalCount } }',
    'String',
    (v) => ({ v: { text: v } }),
  ],
  [
    'query ($v: ObservationFilter) { observations(filter: $v) { totalCount } }',
    'String',
    (v) => ({ v: { code: ['a', v] } }),
  ],
];

test.each(PLACES)('NUL and half a character are refused in a variable: %s', async (query, type, at) => {
  for (const [text, expected] of [
    ['a\0b', NUL],
    ['\ud83d', HALF],
    ['a\udc00b', HALF],
  ] as const) {
    const { errors } = await app.ask(query, at(text));
    expect(errors!.map(({ message, extensions }) => [extensions.code, message.split('; ')[1]])).toEqual([
      ['BAD_USER_INPUT', `${type} expects ${expected}`],
    ]);
  }
});

test.each([
  ['{ node(id: "a\\u0000b") { id } }', `ID expects ${NUL}`],
  ['{ nodes(ids: ["a", "\\u0000"]) { id } }', `ID expects ${NUL}`],
  ['{ region(code: "\\u0000") { id } }', `String expects ${NUL}`],
  ['{ people(filter: { text: "\\u0000" }) { totalCount } }', `String expects ${NUL}`],
  ['query ($v: String = "\\u0000") { people(after: $v) { totalCount } }', `String expects ${NUL}`],
  ['{ region(code: "\\uD83D") { id } }', 'Syntax Error: Invalid Unicode escape sequence: "\\uD83D".'],
  ['{ region(code: "\ud83d") { id } }', 'Syntax Error: Invalid character within String: U+D83D.'],
])('NUL and half a character are refused in a document: %j', async (query, message) => {
  expect((await app.ask(query)).errors!.map((error) => error.message)).toEqual([message]);
});
