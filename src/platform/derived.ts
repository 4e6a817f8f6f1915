import type { Call } from './call.ts';
import type { Column } from './models.ts';
import { at, type Bind } from './where.ts';

/** A column that SQL derives: its text, and what comes of it. */
export interface DerivedColumn extends Pick<Column, 'type' | 'sql' | 'nullable'> {
  readonly text: string;
}

/** Values by the names of arguments; null where nothing is asked for. */
export type Values = Readonly<Record<string, string | number | null>>;

/** What SQL derives from the row that a field stands in: the rows that the field gives, or the one. */
export interface Derived {
  /** Columns of the row that they are derived from. */
  readonly needs: readonly string[];
  /** By the names of the type's fields, and of the keys that these lead on by. */
  readonly columns: Readonly<Record<string, DerivedColumn>>;
  /**
   * What the field's arguments ask for; undefined where they lead nowhere.
   * @throws {BadInputError}
   */
  readonly asked?: (args: Readonly<Record<string, unknown>>) => Values | undefined;
  /** Named parts, before the select, that the columns refer to, and whatever is derived from these rows. */
  readonly parts?: (place: Place) => string;
  /** What the columns are selected from, in its order. */
  readonly from: (place: Place) => string;
}

/** Where rows are derived: the row that they are derived from, and the values asked for, as SQL. */
export interface Place {
  readonly column: (name: string) => string;
  readonly asked: (name: string) => string | undefined;
  readonly call: Call;
  readonly bind: Bind;
}

/** Columns of the types that are derived most often. */
export const count = (text: string): DerivedColumn => ({ text, type: 'Int', sql: 'int4', nullable: false });
export const key = (text: string): DerivedColumn => ({ text, type: 'String', sql: 'uuid', nullable: true });
export const decimal = (text: string, nullable = false): DerivedColumn => ({
  ...{ text, nullable },
  ...{ type: 'Decimal', sql: 'numeric' },
});

/** The columns of these names as they are selected. */
export function selected({ columns }: Derived, names: Iterable<string>): string {
  return [...names].map((name) => `${columns[name]!.text} as "${name}"`).join(', ');
}

/** Reads what is derived from the rows with these ids: all columns, in the order of the ids, by one statement. */
export function derivedOf<Row>(derived: Derived, ids: readonly string[], call: Call): Promise<Row[][]> {
  const names = Object.keys(derived.columns);
  return rowsOfEach(call, { id: ids }, (bind) => {
    const place = { column: () => 'parent.id', asked: () => undefined, call, bind };
    return `select ${selected(derived, names)} from ${derived.from(place)}`;
  });
}

/** Reads rows for each place of these lists of ids, in their order, by one statement: `write` selects those of one, `parent`. */
export async function rowsOfEach<Row>(
  call: Call,
  lists: Readonly<Record<string, readonly (string | null)[]>>,
  write: (bind: Bind) => string,
): Promise<Row[][]> {
  const rows = await call.db.read<Row & { '#': number }>((given) => {
    const bind = at(call.now, given);
    const values = Object.values(lists).map((ids) => `${bind(ids)}::uuid[]`);
    return `select parent.n::int as "#", r.*
      from unnest(${values}) with ordinality parent (${Object.keys(lists)}, n) cross join lateral (${write(bind)}) r`;
  }, call.signal);
  const found: Row[][] = Object.values(lists)[0]!.map(() => []);
  for (const { '#': n, ...row } of rows) found[n - 1]!.push(row as Row);
  return found;
}
