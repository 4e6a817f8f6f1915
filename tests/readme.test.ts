import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIMITS } from '../src/graphql/limits.ts';
import { variables } from '../src/platform/config.ts';
import { inProject } from '../src/platform/root.ts';
import { startSharedApp } from './kit/app.ts';

const readme = readFileSync('README.md', 'utf8');
const app = await startSharedApp('published');

/** The text of the fenced blocks in a language, in order. */
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text]) => text!);

test('the first query gives the answer that stands below it', async () => {
  const [query] = blocks('graphql');
  const [answer] = blocks('json');
  expect((await app.ask(query!)).data).toEqual(JSON.parse(answer!));
});

test('every variable stands in the table, with its default', () => {
  const rows = Object.entries(variables).map(([name, schema]) => {
    const { data } = schema.safeParse(undefined);
    const value = data === inProject('.data') ? '.data' : String(data ?? '');
    return `| \`${name}\` | ${value && `\`${value}\``} | ${schema.description} |`;
  });
  expect(readme).toContain(
    `| variable | default | what it is |\n| --- | --- | --- |\n${rows.join('\n')}\n\n`,
  );
});

test('the limits are those of the program', () => {
  const { characters, tokens, depth, introspectionDepth, aliases, directives } = LIMITS;
  const number = (value: number) => value.toLocaleString('en');
  const text = readme.replace(/\s+/g, ' ');
  expect(text).toContain(
    `a document of ${number(characters)} characters, ${number(tokens)} tokens, ${depth} levels ` +
      `(introspection ${introspectionDepth}), ${aliases} aliases, ${directives} directives`,
  );
});
