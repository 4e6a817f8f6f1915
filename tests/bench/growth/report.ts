import { spreadOf } from '../statistics.ts';
import { short, table } from '../table.ts';
import type { Grown } from './grow.ts';
import { COUNTING, GROWING } from './questions.ts';

/** The size that others are compared with. */
const COMPARED_WITH = 10_000;

/** For each number of connections the times of each question, and how they compare with those of 10,000 rows. */
export function growthTables(samples: readonly Grown[], sizes: readonly number[]): string {
  const clients = [...new Set(samples.map(({ connections }) => connections))];
  const names = [...new Set(samples.map(({ contestant }) => contestant))];
  return clients
    .flatMap((connections) =>
      [GROWING, COUNTING].map((questions) =>
        table(
          [
            `p50 / p95 ms × ${connections}`,
            '',
            ...sizes.flatMap((size) => [`${size} rows`, `to ${COMPARED_WITH}`]),
          ],
          questions.flatMap(({ name: question }) =>
            names.map((contestant) => {
              const of = (rows: number) =>
                timesOf(
                  samples.filter(
                    (each) =>
                      each.rows === rows &&
                      each.question === question &&
                      each.contestant === contestant &&
                      each.connections === connections,
                  ),
                );
              const base = of(COMPARED_WITH);
              return [question, contestant, ...sizes.flatMap((size) => cells(of(size), base))];
            }),
          ),
        ),
      ),
    )
    .join('\n\n');
}

interface Times {
  readonly p50: number;
  readonly p95: number;
}

function timesOf(samples: readonly Grown[]): Times | undefined {
  if (samples.length === 0) return undefined;
  return {
    p50: spreadOf(samples.map(({ p50 }) => p50)).median,
    p95: spreadOf(samples.map(({ p95 }) => p95)).median,
  };
}

function cells(times: Times | undefined, base: Times | undefined): [string, string] {
  if (!times) return ['', ''];
  const ratio = base ? `${short(times.p50 / base.p50)} / ${short(times.p95 / base.p95)}` : '';
  return [`${short(times.p50)} / ${short(times.p95)}`, ratio];
}
