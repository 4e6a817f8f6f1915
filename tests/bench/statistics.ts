import type { Sample } from './measure.ts';

/** The samples of one contestant, one question and one number of connections, over all rounds. */
export interface Summary {
  readonly contestant: string;
  readonly question: string;
  readonly connections: number;
  /** Requests a second as a share of the first contestant's in the same round: the median, the least and the most. */
  readonly ratio: Spread;
  readonly rate: Spread;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly cpu: number;
  readonly databaseCpu: number | null;
  readonly failures: number;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** What the samples come to; `base` names the contestant that the others are compared with. */
export function summaries(samples: readonly Sample[], base: string): Summary[] {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) groups.set(keyOf(sample), [...(groups.get(keyOf(sample)) ?? []), sample]);
  return [...groups.values()].map((group) => {
    const { contestant, question, connections } = group[0]!;
    const bases = groups.get(keyOf({ contestant: base, question, connections })) ?? group;
    const of = (value: (sample: Sample) => number) => spreadOf(group.map(value)).median;
    return {
      contestant,
      question,
      connections,
      ratio: spreadOf(
        group.map(({ rate, round }) => rate / bases.find((each) => each.round === round)!.rate),
      ),
      rate: spreadOf(group.map(({ rate }) => rate)),
      p50: of(({ p50 }) => p50),
      p95: of(({ p95 }) => p95),
      p99: of(({ p99 }) => p99),
      cpu: of(({ cpu }) => cpu),
      databaseCpu: group[0]!.databaseCpu === null ? null : of(({ databaseCpu }) => databaseCpu!),
      failures: group.reduce((sum, { failures }) => sum + failures, 0),
    };
  });
}

function keyOf({
  contestant,
  question,
  connections,
}: Pick<Sample, 'contestant' | 'question' | 'connections'>): string {
  return `${contestant} ${question} ${connections}`;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)! };
}
