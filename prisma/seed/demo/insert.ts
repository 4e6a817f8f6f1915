import type { Prisma } from '../../../src/generated/prisma/client.ts';
import { fieldOf, type ModelName, models, tableOf } from '../../../src/platform/models.ts';
import { encode } from '../../../src/platform/values.ts';

/** Rows a statement; larger ones are no faster and take more memory. */
const PAGE = 2000;

/** Runs a statement whose values are text. */
export type Run = (text: string, values: readonly unknown[]) => Promise<unknown[]>;

/** A row as it is made: what the database fills in may be left out. */
export type NewRow<M extends ModelName> = Exclude<
  NonNullable<Prisma.TypeMap['model'][M]['operations']['createMany']['args']['data']>,
  readonly unknown[]
>;

/** Rows of one model, made one after the other. All have the same fields. */
export interface Batch {
  readonly model: ModelName;
  readonly rows: Iterable<object>;
}

export function batch<M extends ModelName>(model: M, rows: Iterable<NewRow<M>>): Batch {
  return { model, rows };
}

/** What `make` gives for each number from 0, all in one sequence. */
export function* times<Row>(count: number, make: (n: number) => Row | readonly Row[]): Generator<Row> {
  for (let n = 0; n < count; n++) {
    const made = make(n);
    if (Array.isArray(made)) yield* made as readonly Row[];
    else yield made as Row;
  }
}

/** The rows in pages, of which each becomes a statement. */
export function* pages(rows: Iterable<object>): Generator<object[]> {
  let page: object[] = [];
  for (const row of rows) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Inserts those rows that are not there yet; gives how many that were. */
export async function insert(run: Run, model: ModelName, page: readonly object[]): Promise<number> {
  const names = Object.keys(models[model].fields).filter((name) => name in page[0]!);
  const columns = names.map((name) => `"${fieldOf(model, name).column}"`).join(', ');
  // Lists go as their text, since unnest() would take lists of lists apart as a whole.
  const arrays = names.map((name, at) => `$${at + 1}::${listAsText(model, name)}[]`).join(', ');
  const columnsOfPage = names.map((name) => {
    const { list, sql, column } = fieldOf(model, name);
    return list ? `"${column}"::${sql}[]` : `"${column}"`;
  });
  const values = names.map((name) => {
    const { list } = fieldOf(model, name);
    const ofPage = page.map((row) => (row as Record<string, unknown>)[name] ?? null);
    return encode(list ? ofPage.map(encode) : ofPage);
  });
  const [result] = await run(
    `with inserted as (
       insert into ${tableOf(model)} (${columns})
       select ${columnsOfPage.join(', ')} from unnest(${arrays}) as page (${columns})
       on conflict do nothing returning 1
     )
     select count(*)::int as created from inserted`,
    values,
  );
  return (result as { created: number }).created;
}

function listAsText(model: ModelName, name: string): string {
  const { list, sql } = fieldOf(model, name);
  return list ? 'text' : sql;
}
