import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readData } from '../../prisma/seed/data.ts';
import type { Data } from '../../prisma/seed/shapes.ts';
import { verifyQuotes } from '../../prisma/seed/verify.ts';

const TEXT = '\n职工 创新\n\n全市职工创新工作室达到3\n\n28家。师徒结对2.6万对。\n师徒结对2.6万对。';
const SHA = createHash('sha256').update(TEXT).digest('hex');
const shipped = readData('prisma/data');

interface Quoted {
  quote: string;
  line: number;
  lineEnd: number;
}

/** Verifies a page with one observation, and one initiative that is in order. */
function verify({ quote, line, lineEnd }: Quoted, { sha256 = SHA, file = 'page.txt' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, file), TEXT);
  const source = 'page.txt';
  const data: Data = {
    ...shipped,
    sources: [{ ...shipped.sources[0]!, fileName: source, sha256 }],
    observations: [{ ...shipped.observations[0]!, code: '001-001', source, quote, line, lineEnd }],
    initiatives: [{ ...shipped.initiatives[0]!, code: 'S001', source, quote: '职工创新', line: 2 }],
  };
  const { problems, ...counts } = verifyQuotes(data, folder);
  return { ...counts, problems: problems.map((problem) => problem.replace(folder, 'the folder')) };
}

const good = { quote: '达到 328家', line: 4, lineEnd: 6 };

test('quotes that stand where they are said to have no problem, whatever the white space', () => {
  expect(verify(good)).toEqual({ documents: 1, quotes: 2, problems: [] });
});

test('another text is told by its SHA-256', () => {
  expect(verify(good, { sha256: '0'.repeat(64) }).problems).toEqual([
    `page.txt: The SHA-256 is ${SHA}, not ${'0'.repeat(64)}.`,
  ]);
});

test('a missing document is named', () => {
  expect(verify(good, { file: 'other.txt' }).problems).toEqual(['page.txt: The file is not in the folder.']);
});

test('a quote that does not stand in the text is named', () => {
  expect(verify({ ...good, quote: '达到329家' }).problems).toEqual([
    'page.txt: The quote of 001-001 does not stand in the text.',
  ]);
});

test('a quote begins on its line and ends on its last line', () => {
  expect(verify({ ...good, line: 5 }).problems).toEqual([
    'page.txt: The quote of 001-001 stands on lines 4 to 6, not 5 to 6.',
  ]);
  expect(verify({ ...good, lineEnd: 5 }).problems).toEqual([
    'page.txt: The quote of 001-001 stands on lines 4 to 6, not 4 to 5.',
  ]);
});

test('a quote that the text repeats may stand in any of its places', () => {
  const twice = { quote: '师徒结对2.6万对' };
  expect(verify({ ...twice, line: 7, lineEnd: 7 }).problems).toEqual([]);
  expect(verify({ ...twice, line: 8, lineEnd: 8 }).problems).toEqual([
    'page.txt: The quote of 001-001 stands on lines 6 to 6 and 7 to 7, not 8 to 8.',
  ]);
});
