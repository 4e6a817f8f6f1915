import { bodyOf } from './contestant.ts';
import { databaseWatch } from './databaseWatch.ts';
import { type Load, type Outcome, send } from './load.ts';
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

/** Seconds before each measuring. */
const WARM_UP = 2;
const FIRST = { warmUp: 0, seconds: 2, connections: 8 };

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
        await send(node, { url: each.url, bodies: bodiesFor(each, asking), ...FIRST });
        await watch.quiet();
      }
    }
    for (let round = 0; round < rounds; round++) {
      for (const [turn, asking] of asked.entries()) {
        for (const clients of connections) {
          // Another one begins each time.
          const first = (round + turn) % running.length;
          for (const each of [...running.slice(first), ...running.slice(0, first)]) {
            const load = { url: each.url, bodies: bodiesFor(each, asking), connections: clients };
            const { outcome, cpu, databaseCpu } = await under(
              { ...load, warmUp: WARM_UP, seconds },
              each.pid,
            );
            const sample = {
              contestant: each.contestant.name,
              question: asking.question.name,
              connections: clients,
              round,
              ...outcome,
              rate: outcome.requests / outcome.seconds,
              cpu: cpu / outcome.requests,
              databaseCpu: databaseCpu === null ? null : databaseCpu / outcome.requests,
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

  /** What comes of a load, and the CPU that the contestant and the database use while it is measured. */
  async function under(load: Load, pid: number) {
    const used = async () => ({ own: await cpuOf(pid), database: await watch.used() });
    let before = await used();
    const outcome = await send(node, load, async () => {
      before = await used();
    });
    const after = await used();
    const databaseCpu = after.database && grown(before.database!, after.database);
    return { outcome, cpu: after.own - before.own, databaseCpu };
  }
}

function grown(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [key, value] of after) sum += value - (before.get(key) ?? 0);
  return sum;
}

export function bodiesFor({ contestant }: Running, { question, subjects }: Asking): string[] {
  return subjects.map((subject) => JSON.stringify(bodyOf(contestant, question, subject)));
}
