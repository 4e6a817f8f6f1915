import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { numbersIn } from '../../src/platform/numerals.ts';
import { inProject } from '../../src/platform/root.ts';

const SOURCES = inProject('src');
/** Bytes of an input. */
const SIZE = 50_000;
const MOST_MILLISECONDS = 500;

/** Files that make expressions of text, and why they may. */
const MADE_OF_TEXT = {
  'features/figures/bounds.ts': 'a word without any special character',
  'platform/numerals.ts': 'numbersIn, which is measured here',
};

interface Literal {
  file: string;
  text: string;
}

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('generated'),
);
const literals: Literal[] = files.flatMap((file) => {
  const source = ts.createSourceFile(file, readFileSync(join(SOURCES, file), 'utf8'), ts.ScriptTarget.Latest);
  const found: Literal[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ file, text: node.text });
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
});

const SHAPES = [
  '0',
  '7,',
  ' ',
  '\t\n',
  '万',
  '二',
  '十百',
  '余多',
  '示例',
  '%',
  '\\',
  '/',
  'ab/cd',
  '-:.',
  '(',
  '"',
  '\0',
  '😀',
];

/** Long texts of one shape, with an end that none of them expects; also of the expression's own letters. */
function inputsFor(text: string): string[] {
  const own = text.replace(/\\[a-zA-Z]|[^\p{L}\p{N}&=?:;,/ -]/gu, '');
  const shapes = [...SHAPES, ...(own ? [own, own[0]!, own.at(-1)!] : [])];
  return [
    `${'a'.repeat(31)}!`,
    ...shapes.map((shape) => `${shape.repeat(SIZE / Buffer.byteLength(shape))}!`),
  ];
}

/** The longest that the work took on one of the inputs; twice, as the first time may pay for something else. */
function slowest(text: string, work: (input: string) => unknown): { input: string; milliseconds: number } {
  const times = inputsFor(text).map((input) => {
    const runs = [1, 2].map(() => {
      const started = performance.now();
      work(input);
      return performance.now() - started;
    });
    return { input: input.slice(0, 20), milliseconds: Math.min(...runs) };
  });
  return times.reduce((most, each) => (each.milliseconds > most.milliseconds ? each : most));
}

test('the expressions are found', () => {
  expect(literals.length).toBeGreaterThan(20);
});

test.each(literals)('the expression $text in $file is fast on everything', ({ text }) => {
  const [, pattern = '', flags] = /^\/(.*)\/(\w*)$/s.exec(text)!;
  const expression = new RegExp(pattern, flags);
  const work = (input: string) =>
    expression.global ? input.replace(expression, '') : expression.test(input);
  const { input, milliseconds } = slowest(pattern, work);
  expect(milliseconds, `on ${JSON.stringify(input)}…`).toBeLessThan(MOST_MILLISECONDS);
});

test('numbers are read fast from everything', () => {
  const { input, milliseconds } = slowest('一二三', numbersIn);
  // Most of it is arithmetic, which grows with the text and no faster.
  expect(milliseconds, `on ${JSON.stringify(input)}…`).toBeLessThan(5 * MOST_MILLISECONDS);
});

test('expressions are made of text in known places alone', () => {
  const made = files.filter((file) => /new RegExp\(/.test(readFileSync(join(SOURCES, file), 'utf8')));
  expect(made.sort()).toEqual(Object.keys(MADE_OF_TEXT));
});
