import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutSpace } from '../../src/platform/numerals.ts';
import type { Data } from './shapes.ts';

export interface Verification {
  /** How many documents were looked for. */
  readonly documents: number;
  /** How many quotes were looked for. */
  readonly quotes: number;
  /** What was not found or not found where it was said to stand, a line each. */
  readonly problems: string[];
}

interface Quoted {
  readonly code: string;
  readonly quote: string;
  readonly line: number;
  readonly lineEnd?: number;
}

/** Compares every quote with the texts of the documents in the folder, which are not part of the product. */
export function verifyQuotes({ sources, observations, initiatives }: Data, folder: string): Verification {
  const quotes: readonly (Quoted & { source: string })[] = [...observations, ...initiatives];
  const problems = sources.flatMap(({ fileName, sha256 }) => {
    const path = join(folder, fileName);
    if (!existsSync(path)) return [`${fileName}: The file is not in ${folder}.`];
    const bytes = readFileSync(path);
    const found = createHash('sha256').update(bytes).digest('hex');
    return [
      ...(found === sha256 ? [] : [`${fileName}: The SHA-256 is ${found}, not ${sha256}.`]),
      ...quoteProblems(
        bytes.toString(),
        quotes.filter(({ source }) => source === fileName),
      ).map((problem) => `${fileName}: ${problem}`),
    ];
  });
  return { documents: sources.length, quotes: quotes.length, problems };
}

function quoteProblems(text: string, quotes: readonly Quoted[]): string[] {
  const lines = text.split('\n').map(withoutSpace);
  const squeezed = lines.join('');
  // The line that each character of the squeezed text stands on.
  const lineAt = lines.flatMap((line, at) => Array<number>(line.length).fill(at + 1));
  return quotes.flatMap(({ code, quote, line, lineEnd }) => {
    const words = withoutSpace(quote);
    const places = startsOf(words, squeezed).map((start) => [
      lineAt[start]!,
      lineAt[start + words.length - 1]!,
    ]);
    if (places.length === 0) return [`The quote of ${code} does not stand in the text.`];
    if (places.some(([from, to]) => from === line && (lineEnd === undefined || to === lineEnd))) return [];
    const stands = places.map(([from, to]) => `${from} to ${to}`).join(' and ');
    return [`The quote of ${code} stands on lines ${stands}, not ${line} to ${lineEnd ?? line}.`];
  });
}

function startsOf(words: string, text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1))
    starts.push(at);
  return starts;
}
