import { writeFile } from 'node:fs/promises';
import { check } from '../check.ts';
import { tellOf } from '../compare.ts';
import { jiangong } from '../jiangong.ts';
import { limit } from '../limit/contestant.ts';
import { inWords, machine } from '../machine.ts';
import { measure, type Sample } from '../measure.ts';
import type { Options } from '../options.ts';
import { whileRunning } from '../processes.ts';
import { askings } from '../subjects.ts';
import { print, tell } from '../table.ts';
import { COUNTING, GROWING } from './questions.ts';
import { growthTables } from './report.ts';
import { databaseOf } from './rows.ts';

const CONTESTANTS = [limit, jiangong];
const QUESTIONS = [...GROWING, ...COUNTING];
/** Requests of each question whose answers are compared. */
const COMPARED = 5;

/** What was measured with so many rows. */
export type Grown = Sample & { readonly rows: number };

/** Prints how the times of pages, nodes, searches and totals grow with the number of rows. Gives whether all agree and nothing failed. */
export async function grow(options: Options): Promise<boolean> {
  const { sizes, rounds, seconds, json } = options;
  const places = [];
  let allAgree = true;
  for (const rows of sizes) {
    const url = await databaseOf(rows);
    const asked = await askings(QUESTIONS, url);
    for (const { contestant, question, differences } of await check(CONTESTANTS, asked, COMPARED, url)) {
      if (differences.length === 0) continue;
      print(`${contestant} answers ${question} of ${rows} rows in another way: ${differences[0]}`);
      allAgree = false;
    }
    places.push({ rows, url, asked });
  }
  const samples: Grown[] = [];
  // Each round looks at all sizes, so that what the machine does besides hits all alike.
  for (let round = 0; round < rounds; round++) {
    for (const { rows, url, asked } of places) {
      tell(`round ${round + 1}: ${rows} rows`);
      const found = await whileRunning(CONTESTANTS, { DATABASE_URL: url }, (running) =>
        measure(running, asked, { ...options, rounds: 1 }, url, tellOf),
      );
      samples.push(...found.map((sample) => ({ ...sample, round, rows })));
    }
  }
  const where = await machine(CONTESTANTS, places[0]!.url);
  print(`${inWords(where)}; ${rounds} rounds of ${seconds} s\n`);
  print(growthTables(samples, sizes));
  if (json) await writeFile(json, `${JSON.stringify({ machine: where, sizes, samples }, null, 2)}\n`);
  return allAgree && samples.every(({ failures }) => failures === 0);
}
