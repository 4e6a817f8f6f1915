import type { Call } from './call.ts';
import type { Order } from './cursor.ts';
import { Keyset, type Page, type PageArgs } from './keyset.ts';
import { knowledgeFor } from './knowledge.ts';
import { columnOf, fieldOf, type ModelName, type Relation, type Row, tableOf } from './models.ts';
import { visible } from './visibility.ts';
import { at, type Bind, type Condition, matching, type Within, within } from './where.ts';

/** What a list is of: all rows of a model, or those that a relation leads to from each parent. */
export interface Listing<M extends ModelName> {
  readonly model: M;
  readonly relation?: Relation;
  /** What must hold of each row besides that the actor may see it. */
  readonly conditions: readonly Condition<M>[];
}

/** Of the listing, which columns of which rows. */
export interface Slice {
  readonly order: Order;
  readonly page: PageArgs;
  readonly columns: ReadonlySet<string>;
}

/** The key of the one parent of a list that starts at the root. */
export const ROOT = 'root';

/** Makes a reader of pages: one for each parent key, in key order, by one statement. */
export function pagesOf<M extends ModelName>(listing: Listing<M>, slice: Slice, call: Call) {
  const { model, relation } = listing;
  const keyset = new Keyset(model, slice.order, slice.page);
  const columns = columnsOf(model, new Set([...slice.columns, 'id', slice.order.field]));
  const page = (bind: Bind, ofParent: string) =>
    keyset.statement(
      (between) => `select ${columns} from ${tableOf(model)} t
        where ${ofParent} and ${holding(listing, call, bind)} and ${between}`,
      bind,
    );

  return async (keys: readonly unknown[]): Promise<Page<Row<M>>[]> => {
    if (!relation) return [keyset.page(await read<Row<M>>(call, (bind) => page(bind, 'true')))];
    // The loop over parents keeps each page's own order, so that nothing is sorted twice.
    const rows = await read<Row<M> & { '#': number }>(
      call,
      (bind) => `select p.n::int as "#", r.*
        from unnest(${bind(keys)}::${keyType(relation)}[]) with ordinality p (key, n)
        cross join lateral (${page(bind, ofKey(relation, 'p.key', bind))}) r`,
    );
    return perParent(rows, keys).map((each) => keyset.page(each));
  };
}

function read<Row>(call: Call, write: (bind: Bind) => string): Promise<Row[]> {
  return call.db.read<Row>((bind) => write(at(call.now, bind)), call.signal);
}

function perParent<Row extends { '#': number }>(rows: readonly Row[], keys: readonly unknown[]): Row[][] {
  const found: Row[][] = keys.map(() => []);
  for (const row of rows) found[row['#'] - 1]!.push(row);
  return found;
}

/** Makes a reader of totals: the number of rows for each parent key, in key order, by one statement. */
export function countsOf<M extends ModelName>(listing: Listing<M>, call: Call) {
  const { model, relation } = listing;
  const count = (bind: Bind, ofParent: string) => `select count(*)::int from ${tableOf(model)} t
    where ${ofParent} and ${holding(listing, call, bind)}`;

  return async (keys: readonly unknown[]): Promise<number[]> => {
    const rows = await read<{ count: number }>(call, (bind) =>
      relation
        ? `select (${count(bind, ofKey(relation, 'p.key', bind))}) as count
              from unnest(${bind(keys)}::${keyType(relation)}[]) with ordinality p (key, n) order by p.n`
        : count(bind, 'true'),
    );
    return rows.map(({ count }) => count);
  };
}

/** How many of the rows share a value. */
export interface Group {
  /** As text; null for the rows that have none. */
  readonly value: string | null;
  readonly count: number;
}

/** By what rows are counted in groups. */
export interface Grouping {
  /** A value of each row of `table`, as SQL. */
  readonly by: (table: string) => string;
  /** What the value stands for, as SQL: found once for each value and not for each row. */
  readonly over?: ((value: string, bind: Bind) => string) | undefined;
}

/** Groups, each a value and a count, the largest first. `counts` selects a `value` and a `count` of its rows, as often as it likes. */
export function grouped(
  { over = (value) => value }: Grouping,
  counts: string,
  bind: Bind,
  most: number,
): string {
  return `select (${over('g.value', bind)})::text collate "C" as value, sum(g.count)::int as count
    from (${counts}) g group by 1 order by 2 desc, 1 limit ${most}`;
}

/** Makes a reader of the groups of each parent's rows, the largest first, at most `most`. */
export function groupsOf<M extends ModelName>(
  listing: Listing<M>,
  grouping: Grouping,
  most: number,
  call: Call,
) {
  const { model, relation } = listing;
  const counts = (bind: Bind, ofParent: string) =>
    `select ${grouping.by('t')} as value, count(*) as count from ${tableOf(model)} t
      where ${ofParent} and ${holding(listing, call, bind)} group by 1`;
  const groups = (bind: Bind, ofParent: string) => grouped(grouping, counts(bind, ofParent), bind, most);

  return async (keys: readonly unknown[]): Promise<Group[][]> => {
    const rows = await read<Group & { '#': number }>(
      call,
      (bind) => `select p.n::int as "#", r.*
        from unnest(${bind(keys)}::${relation ? keyType(relation) : 'text'}[]) with ordinality p (key, n)
        cross join lateral (${groups(bind, relation ? ofKey(relation, 'p.key', bind) : 'true')}) r`,
    );
    return perParent(rows, keys);
  };
}

/** Makes a reader of rows by a unique field, in key order; null where there is none to see. */
export function rowsBy<M extends ModelName>(
  model: M,
  field: string,
  columns: ReadonlySet<string>,
  call: Call,
) {
  const { sql } = fieldOf(model, field);
  const list = columnsOf(model, new Set([...columns, field]));
  return async (keys: readonly unknown[]): Promise<(Row<M> | null)[]> => {
    const rows = await read<Row<M>>(
      call,
      (bind) => `select ${list} from ${tableOf(model)} t
        where ${columnOf(model, field)} = any(${bind(keys)}::${sql}[]) and ${visible(model, call, bind)}`,
    );
    const found = new Map(rows.map((row) => [row[field as keyof Row<M>] as unknown, row]));
    return keys.map((key) => found.get(key) ?? null);
  };
}

/** What must hold of the rows of `table` that are in the listing, whatever their parent. */
export function holding<M extends ModelName>(
  { model, conditions }: Listing<M>,
  call: Call,
  bind: Bind,
  table = 't',
): string {
  const knowledge = knowledgeFor(conditions, call.db.knowledge);
  return (
    [
      visible(model, call, bind, table),
      ...conditions.map((each) => matching(model, each, bind, table, knowledge)),
    ]
      .filter((each) => each !== 'true')
      .join(' and ') || 'true'
  );
}

/** The condition that a row of `table` belongs to the parent with this key. */
export function ofKey(relation: Relation, key: string, bind: Bind, table = 't'): string {
  const { model, to } = relation;
  const over = overKeys(relation, key);
  return over ? within(model, over)(bind, table) : `${columnOf(model, to, table)} = ${key}`;
}

/** The keys that a relation over a third table leads to from this one. */
export function overKeys({ to, through }: Relation, key: string): Within | undefined {
  if (!through) return undefined;
  const from = `${tableOf(through.model)} h where ${columnOf(through.model, through.from, 'h')} = ${key}`;
  return { field: to, keys: () => `select ${columnOf(through.model, through.to, 'h')} from ${from}` };
}

function keyType({ model, to, through }: Relation): string {
  return through ? fieldOf(through.model, through.from).sql : fieldOf(model, to).sql;
}

function columnsOf(model: ModelName, names: ReadonlySet<string>): string {
  return [...names]
    .map((name) => {
      // Drivers read lists of text alone: those of an enum are of a type that each database numbers anew.
      const asText = fieldOf(model, name).list ? '::text[]' : '';
      return `${columnOf(model, name)}${asText} as "${name}"`;
    })
    .join(', ');
}
