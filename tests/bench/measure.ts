import { bodyOf } from './contestant.ts';
import { databaseWatch } from './databaseWatch.ts';
import { type Outcome, send } from './load.ts';
import { nodeBinary } from './packages.ts';
import type { Running } from './processes.ts';
import type { Asking } from './subjects.ts';
import { cpuOf } from './usage.ts';

/** One contestant under one load for some seconds. */
export interface Sample extends Outcome {
  readonly contestant: string;
  readonly question: string;
  readonly connections: number;
  readonly round: number;
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds of CPU for each request, of the contestant's process. */
  readonly cpu: number;
  /** The same of PostgreSQL's processes; null where they can't be seen. */
  readonly databaseCpu: number | null;
}

export interface Plan {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: readonly number[];
}

const WARM_UP = { seconds: 2, connections: 8 };

/** Measures all of them on all questions in turns, so that what the machine does besides hits all alike. */
export async function measure(
  running: readonly Running[],
  asked: readonly Asking[],
  { rounds, seconds, connections }: Plan,
  databaseUrl: string,
  onSample: (sample: Sample) => void = () => {},
): Promise<Sample[]> {
  const node = await nodeBinary();
  const watch = await databaseWatch(databaseUrl);
  const samples: Sample[] = [];
  try {
    for (const each of running) {
      for (const asking of asked) {
        await send(node, { url: each.url, bodies: bodiesFor(each, asking), ...WARM_UP });
        await watch.quiet();
      }
    }
    for (let round = 0; round < rounds; round++) {
      for (const [turn, asking] of asked.entries()) {
        for (const clients of connections) {
          // Another one begins each time.
          const first = (round + turn) % running.length;
          for (const each of [...running.slice(first), ...running.slice(0, first)]) {
            const load = { url: each.url, bodies: bodiesFor(each, asking), connections: clients, seconds };
            const before = await cpuOf(each.pid);
            const { result, cpu } = await watch.during(() => send(node, load));
            const sample = {
              contestant: each.contestant.name,
              question: asking.question.name,
              connections: clients,
              round,
              ...result,
              rate: result.requests / result.seconds,
              cpu: ((await cpuOf(each.pid)) - before) / result.requests,
              databaseCpu: cpu === null ? null : cpu / result.requests,
            };
            samples.push(sample);
            onSample(sample);
            await watch.quiet();
          }
        }
      }
    }
  } finally {
    await watch.close();
  }
  return samples;
}

export function bodiesFor({ contestant }: Running, { question, subjects }: Asking): string[] {
  return subjects.map((subject) => JSON.stringify(bodyOf(contestant, question, subject)));
}
