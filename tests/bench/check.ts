import { type Asked, ask, difference } from './answers.ts';
import { bodyOf, type Contestant } from './contestant.ts';
import { placeOf, start } from './processes.ts';
import { type CountingProxy, countingProxy } from './proxy.ts';
import type { Asking } from './subjects.ts';
import type { Data } from './workload/question.ts';

/** What a contestant did for one question. */
export interface Checked {
  readonly contestant: string;
  readonly question: string;
  /** Statements of each request, as few and as many as there were. */
  readonly statements: { readonly fewest: number; readonly most: number };
  /** One request. */
  readonly request: object;
  /** Texts of the statements of one request. */
  readonly texts: readonly string[];
  /** How answers differ from the first contestant's, each in words; none is as it should be. */
  readonly differences: readonly string[];
}

/** Asks every contestant the same, one after the other; `requests` of each question. */
export async function check(
  contestants: readonly Contestant[],
  asked: readonly Asking[],
  requests: number,
  databaseUrl: string,
): Promise<Checked[]> {
  const checked: Checked[] = [];
  let expected: Answered[] | undefined;
  for (const contestant of contestants) {
    const folder = await placeOf(contestant);
    const proxy = await countingProxy(databaseUrl);
    try {
      const running = await start(contestant, folder, { DATABASE_URL: proxy.url });
      const answered = await answersOf(running, proxy, asked, requests).finally(() => running.stop());
      expected ??= answered;
      checked.push(
        ...answered.map((each, at) => {
          const { question, subjects } = asked[at]!;
          return {
            contestant: contestant.name,
            request: bodyOf(contestant, question, subjects[0]!),
            ...compared(each, expected![at]!),
          };
        }),
      );
    } finally {
      proxy.close();
    }
  }
  return checked;
}

/** Answers to one question, with the statements that each took. */
export interface Answered {
  readonly question: string;
  readonly answers: readonly Data[];
  readonly statements: readonly (readonly string[])[];
}

/** What a contestant answers whose statements go through the proxy, one request after the other. */
export async function answersOf(
  contestant: Asked,
  proxy: CountingProxy,
  asked: readonly Asking[],
  requests: number,
): Promise<Answered[]> {
  // What a server does the first time alone, such as looking at the database's statistics, is not counted.
  for (const { question, subjects } of asked) await ask(contestant, question, subjects[0]!).catch(() => {});
  const answered: Answered[] = [];
  for (const { question, subjects } of asked) {
    const answers: Data[] = [];
    const statements: string[][] = [];
    for (const subject of spread(subjects, requests)) {
      proxy.take();
      // What fails is told as another answer, and the others are asked all the same.
      answers.push(await ask(contestant, question, subject).catch((error) => ({ failed: String(error) })));
      statements.push(proxy.take());
    }
    answered.push({ question: question.name, answers, statements });
  }
  return answered;
}

function compared({ question, answers, statements }: Answered, expected: Answered) {
  const counts = statements.map(({ length }) => length);
  return {
    question,
    statements: { fewest: Math.min(...counts), most: Math.max(...counts) },
    texts: statements.at(-1) ?? [],
    differences: answers.flatMap((answer, at) => difference(expected.answers[at], answer) ?? []),
  };
}

/** So many of them, from all over the list. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, at) => items[Math.floor(at * step)]!);
}
