import type { Checked } from './check.ts';
import type { Spread, Summary } from './statistics.ts';
import { short, table } from './table.ts';

/** How many statements each contestant takes for each question. */
export function statementTable(checked: readonly Checked[]): string {
  const names = [...new Set(checked.map(({ contestant }) => contestant))];
  const questions = [...new Set(checked.map(({ question }) => question))];
  return table(
    ['statements', ...names],
    questions.map((question) => [
      question,
      ...names.map((name) => {
        const found = checked.find((each) => each.contestant === name && each.question === question)!;
        return `${statementsOf(found)}${found.differences.length > 0 ? ' DIFFERS' : ''}`;
      }),
    ]),
  );
}

/** For each number of connections a table of ratios. */
export function ratioTables(summary: readonly Summary[], names: readonly string[]): string {
  const questions = [...new Set(summary.map(({ question }) => question))];
  return [...new Set(summary.map(({ connections }) => connections))]
    .map((clients) =>
      table(
        [`ratio × ${clients}`, ...names],
        questions.map((question) => [
          question,
          ...names.map((name) =>
            summary
              .find(
                (each) =>
                  each.contestant === name && each.question === question && each.connections === clients,
              )!
              .ratio.median.toFixed(2),
          ),
        ]),
      ),
    )
    .join('\n\n')
    .concat('\n');
}

/** A table for each question and number of connections. */
export function summaryTables(
  summary: readonly Summary[],
  checked: readonly Checked[],
  names: readonly string[],
): string {
  const places = new Set(summary.map(({ question, connections }) => `${question} × ${connections}`));
  const head = ['ratio', 'spread', 'requests/s', 'p50 ms', 'p99 ms', 'statements', 'CPU ms', 'database ms'];
  return [...places]
    .map((place) =>
      table(
        [place, ...head],
        summary
          .filter(({ question, connections }) => place === `${question} × ${connections}`)
          .sort((a, b) => names.indexOf(a.contestant) - names.indexOf(b.contestant))
          .map((each) => [
            `${each.contestant}${each.failures > 0 ? ` (${each.failures} FAILED)` : ''}`,
            each.ratio.median.toFixed(2),
            spread(each.ratio),
            each.rate.median.toFixed(0),
            short(each.p50),
            short(each.p99),
            statementsOf(
              checked.find(
                ({ contestant, question }) => contestant === each.contestant && question === each.question,
              )!,
            ),
            short(each.cpu),
            short(each.databaseCpu),
          ]),
      ),
    )
    .join('\n\n')
    .concat('\n');
}

function spread({ least, most }: Spread): string {
  return `${least.toFixed(2)}–${most.toFixed(2)}`;
}

function statementsOf({ statements: { fewest, most } }: Checked): string {
  return fewest === most ? String(most) : `${fewest}–${most}`;
}
