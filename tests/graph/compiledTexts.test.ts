import { beforeAll, expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';

/** Text that JSON, SQL or base64 could spell in another way. */
const TEXTS = [
  ...'"\\\'/`$%_<>&#{}\b\f\n\r\t\u0001\u001f\u007f\u0080\u2028\u2029\uFFFF',
  // Not at the beginning: PGlite leaves it out there, of each value that it returns.
  '工\uFEFF',
  '\\u0041 \\n \\" \\\\',
  "E'\\x41'; --",
  '{"#":0}',
  '示例，。〔2025〕',
  '𠮷野家 \u{10FFFF}',
  '😀 👩‍👩‍👧‍👦',
  'ﷺ ‮反 שלום',
  'é e\u0301',
  ' ',
  // Of cursors in all lengths: base64 of PostgreSQL has lines of 76 characters.
  ...Array.from({ length: 60 }, (_, length) => `长${'a'.repeat(length)}`),
];

const app = await startSharedApp('empty');

/** The answer, which is the same both ways, where one of them was one statement. */
async function answer<Data>(query: string, variables: object = {}): Promise<Data> {
  app.compiledReads.length = 0;
  const { data, errors } = await app.ask<Data>(query, variables);
  expect(errors).toBeUndefined();
  expect(app.compiledReads).toEqual([expect.stringMatching(/ as json$/)]);
  return data!;
}

type Names = { name: string; note: string | null }[];
interface Page {
  organizations: { edges: { cursor: string; node: Names[number] }[] };
}

beforeAll(async () => {
  const { id: regionId } = await app.region();
  for (const name of TEXTS) await app.organization({ name, note: `${name}${name}`, regionId });
});

test('text comes back as it was stored, in fields and in pages by its order', async () => {
  const byBytes = TEXTS.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  const found: Names = [];
  let after: string | null = null;
  do {
    const page: Page = await answer(
      `query ($after: String) { organizations(first: 7, after: $after, orderBy: { field: NAME }) {
        edges { cursor node { name note } } pageInfo { startCursor endCursor } } }`,
      { after },
    );
    found.push(...page.organizations.edges.map(({ node }) => node));
    after = page.organizations.edges.at(-1)?.cursor ?? null;
  } while (after !== null);
  expect(found).toEqual(byBytes.map((name) => ({ name, note: `${name}${name}` })));
});

test('pages from the end have the same cursors', async () => {
  const names: string[] = [];
  let before: string | null = null;
  do {
    const page: Page = await answer(
      `query ($before: String) { organizations(last: 9, before: $before, orderBy: { field: NAME, direction: DESC }) {
        edges { cursor node { name } } nodes { name } pageInfo { startCursor hasPreviousPage } } }`,
      { before },
    );
    names.push(...page.organizations.edges.map(({ node }) => node.name).reverse());
    before = page.organizations.edges[0]?.cursor ?? null;
  } while (before !== null);
  expect(names).toEqual(TEXTS.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))));
});

test('text is found by a variable and by a literal', async () => {
  // A blank is found everywhere: it stands between the fields that are searched.
  for (const text of TEXTS.slice(0, 40).filter((each) => each !== ' ')) {
    const all = TEXTS.filter((name) => name.toLowerCase().includes(text.toLowerCase()));
    const select = '{ totalCount nodes { name } }';
    const found = await answer(
      `query ($text: String) { a: organizations(first: 100, filter: { text: $text }) ${select}
        b: organizations(first: 100, filter: { text: ${JSON.stringify(text)} }) ${select} }`,
      { text },
    );
    const nodes = all.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    const list = { totalCount: all.length, nodes: nodes.map((name) => ({ name })) };
    expect(found).toEqual({ a: list, b: list });
  }
});
