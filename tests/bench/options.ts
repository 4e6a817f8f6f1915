import { parseArgs } from 'node:util';
import type { Contestant } from './contestant.ts';
import { CONTESTANTS } from './contestants.ts';
import { SCALES, type Scale } from './databases.ts';
import type { Question } from './workload/question.ts';
import { QUESTIONS } from './workload/questions.ts';

export const USAGE = `npm run bench                          compare all contestants on the demonstration year
  --scale demo|nation                  which database; loaded once into the server of BENCH_DATABASE_URL
  --only a,b                           these contestants; ratios are to the limit, which takes part if it is named
  --questions x,y                      these questions
  --rounds N, --seconds N              rounds (5), and seconds for each load (4)
  --connections 1,32                   clients at the same time
  --json FILE                          writes all that was measured
  --short                              only compares answers and counts statements
  --explain-fairness                   prints everybody's settings and statements, and measures nothing
in place of it
  --growth                             how times grow from 300 to 1,000,000 rows
  --sizes 300,10000                    with these sizes alone
  --memory MINUTES                     what memory Jiangong takes under all questions at once
  --start                              how long Jiangong takes until it listens
  --embedded                           Jiangong on the embedded database against PostgreSQL
  --writes                             what it costs that changes are written in the order of their commits
  --plans                              explains all shipped operations on the nation's data; fails on scans of large tables`;

export interface Options {
  readonly scale: Scale;
  readonly contestants: readonly Contestant[];
  readonly questions: readonly Question[];
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: readonly number[];
  readonly json: string | undefined;
  readonly mode:
    | 'compare'
    | 'short'
    | 'fairness'
    | 'growth'
    | 'memory'
    | 'start'
    | 'embedded'
    | 'writes'
    | 'plans';
  readonly minutes: number;
  readonly sizes: readonly number[];
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scale: { type: 'string', default: 'demo' },
      only: { type: 'string' },
      questions: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      connections: { type: 'string', default: '1,32' },
      json: { type: 'string' },
      short: { type: 'boolean' },
      'explain-fairness': { type: 'boolean' },
      growth: { type: 'boolean' },
      sizes: { type: 'string', default: '300,10000,100000,1000000' },
      memory: { type: 'string' },
      start: { type: 'boolean' },
      embedded: { type: 'boolean' },
      writes: { type: 'boolean' },
      plans: { type: 'boolean' },
    },
  });
  const modes = (['short', 'growth', 'start', 'embedded', 'writes', 'plans'] as const).filter(
    (mode) => values[mode],
  );
  return {
    scale: oneOf('--scale', values.scale, SCALES),
    contestants: named('--only', values.only, CONTESTANTS),
    questions: named('--questions', values.questions, QUESTIONS),
    rounds: number('--rounds', values.rounds),
    seconds: number('--seconds', values.seconds),
    connections: values.connections.split(',').map((each) => number('--connections', each)),
    json: values.json,
    mode: values['explain-fairness'] ? 'fairness' : values.memory ? 'memory' : (modes[0] ?? 'compare'),
    minutes: number('--memory', values.memory ?? '10'),
    sizes: values.sizes.split(',').map((each) => number('--sizes', each)),
  };
}

/** Those that are named, in the order in which they stand; all of them unless any is. */
function named<Named extends { name: string }>(
  option: string,
  words: string | undefined,
  all: readonly Named[],
): readonly Named[] {
  if (words === undefined) return all;
  const names = words.split(',').map((word) =>
    oneOf(
      option,
      word,
      all.map(({ name }) => name),
    ),
  );
  return all.filter(({ name }) => names.includes(name));
}

function oneOf<Word extends string>(option: string, word: string, words: readonly Word[]): Word {
  const found = words.find((each) => each === word);
  return found ?? refuse(`${option} takes ${words.join(', ')}, and not ${word}`);
}

function number(option: string, text: string): number {
  const value = Number(text);
  return value > 0 ? value : refuse(`${option} takes a number above 0, and not ${text}`);
}

function refuse(message: string): never {
  // As parseArgs tells of what it can't use.
  throw Object.assign(new TypeError(message), { code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' });
}
