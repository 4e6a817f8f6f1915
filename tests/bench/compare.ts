import { writeFile } from 'node:fs/promises';
import { type Checked, check } from './check.ts';
import { loaded } from './databases.ts';
import { inWords, machine } from './machine.ts';
import { measure, type Sample } from './measure.ts';
import type { Options } from './options.ts';
import { whileRunning } from './processes.ts';
import { ratioTables, statementTable, summaryTables } from './report.ts';
import { summaries } from './statistics.ts';
import { type Asking, askings } from './subjects.ts';
import { print, table, tell } from './table.ts';
import { memoryOf } from './usage.ts';

/** Requests of each question whose answers are compared. */
const COMPARED = { short: 5, whole: 30 };

/** Compares the contestants' answers, and unless that is all, how fast they come. Gives whether all agree and nothing failed. */
export async function compare(options: Options): Promise<boolean> {
  const { contestants, questions } = options;
  const url = await loaded(options.scale);
  const asked = await askings(questions, url);
  const requests = options.mode === 'short' ? COMPARED.short : COMPARED.whole;
  const checked = await check(contestants, asked, requests, url);
  print(statementTable(checked));
  const differences = checked.flatMap(inWordsOf);
  for (const words of differences) print(words);
  if (options.mode === 'short' || differences.length > 0) return differences.length === 0;
  return time(options, asked, checked, url);
}

async function time(
  options: Options,
  asked: readonly Asking[],
  checked: readonly Checked[],
  url: string,
): Promise<boolean> {
  const { contestants, scale, rounds, seconds } = options;
  const { samples, memory } = await whileRunning(contestants, { DATABASE_URL: url }, async (running) => ({
    samples: await measure(running, asked, options, url, tellOf),
    memory: await Promise.all(
      running.map(async ({ contestant: { name }, pid }) => ({ name, mostMiB: (await memoryOf(pid)).most })),
    ),
  }));
  const names = contestants.map(({ name }) => name);
  const summary = summaries(samples, names[0]!);
  const where = await machine(contestants, url);
  print(`\n${inWords(where)}; scale ${scale}, ${rounds} rounds of ${seconds} s\n`);
  print(summaryTables(summary, checked, names));
  print(ratioTables(summary, names));
  print(
    table(
      ['peak memory', 'MiB'],
      memory.map(({ name, mostMiB }) => [name, mostMiB.toFixed(0)]),
    ),
  );
  if (options.json) {
    const settings = contestants.map(({ name, settings }) => ({ name, settings }));
    const all = { scale, rounds, seconds, machine: where, settings, checked, summary, memory, samples };
    await writeFile(options.json, `${JSON.stringify({ at: new Date().toISOString(), ...all }, null, 2)}\n`);
  }
  return samples.every(({ failures }) => failures === 0);
}

export function tellOf({ contestant, question, connections, round, rate, failures }: Sample): void {
  const failed = failures > 0 ? `, ${failures} FAILED` : '';
  tell(
    `round ${round + 1}: ${question} × ${connections}, ${contestant}: ${rate.toFixed(0)} a second${failed}`,
  );
}

function inWordsOf({ contestant, question, differences }: Checked): string[] {
  const [first] = differences;
  return first
    ? [`${contestant} answers ${question} in another way ${differences.length} times: ${first}`]
    : [];
}
