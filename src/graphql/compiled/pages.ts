import type { Call } from '../../platform/call.ts';
import { Keyset } from '../../platform/keyset.ts';
import { holding, ofKey } from '../../platform/list.ts';
import { columnOf, tableOf } from '../../platform/models.ts';
import type { Bind } from '../../platform/where.ts';
import type { ListField } from '../declarations.ts';
import { type ListArgs, listingOf, orderOf } from '../relations.ts';
import { cursorText, type Source } from './json.ts';
import type { Variables } from './scope.ts';
import { type Sql, sql } from './sql.ts';

/** A list that a statement reads: the columns of `row`, of those rows that the parent with this key leads to. */
export interface Listed {
  readonly list: ListField;
  readonly row: Source;
  readonly parentKey?: string | undefined;
  readonly call: Call;
  /** Whether a row more than the page has is read, to tell if there is another page. */
  readonly readsMore: boolean;
}

const NUMBER = '"#"';

/** One page of a list as SQL, for the arguments of a request. */
export class PageText {
  readonly keyset: Keyset;
  private readonly isNumbered: boolean;
  private condition: string | undefined;

  constructor(
    private readonly listed: Listed,
    private readonly args: ListArgs,
    readonly variables: Variables,
    readonly bind: Bind,
  ) {
    const { model } = listed.list;
    this.keyset = new Keyset(model, orderOf(model, args), args);
    this.isNumbered = listed.readsMore || this.keyset.isBackward;
  }

  /** What holds of the list's rows, whatever the page. */
  where(): string {
    this.condition ??= this.without([]);
    return this.condition;
  }

  /** What would hold of them without these members of the filter. */
  without(ignored: readonly string[], table = this.listed.row.table): string {
    const { list, parentKey, call } = this.listed;
    const listing = listingOf(list, this.args, ignored);
    const mine = listing.relation ? ofKey(listing.relation, parentKey!, table) : 'true';
    return `${mine} and ${holding(listing, call, this.bind, table)}`;
  }

  total(): string {
    const { model, table } = this.listed.row;
    return `(select count(*)::text from ${tableOf(model)} ${table} where ${this.where()})`;
  }

  /** The rows of the page, to select from. */
  rows(): string {
    const { row, readsMore } = this.listed;
    const { model, table } = row;
    const columns = [...row.used].map((name) => columnOf(model, name, table)).join(', ') || '1';
    const page = this.keyset.statement(
      (between) => `select ${columns} from ${tableOf(model)} ${table} where ${this.where()} and ${between}`,
      this.bind,
      table,
      this.keyset.size + (readsMore ? 1 : 0),
    );
    if (!this.isNumbered) return `(${page}) ${table}`;
    return `(select ${table}.*, row_number() over () as ${NUMBER} from (${page}) ${table}) ${table}`;
  }

  /** These values of the page's rows in order, with commas between them. */
  joined(value: Sql): Sql {
    const order = this.keyset.isBackward ? ` order by ${this.number} desc` : '';
    return sql`coalesce(string_agg(${value}, ','${order})${this.onPage}, '')`;
  }

  hasNext(): string {
    const { isBackward, before } = this.keyset;
    return isBackward ? `'${before !== undefined}'` : this.hasMore;
  }

  hasPrevious(): string {
    const { isBackward, after } = this.keyset;
    return isBackward ? this.hasMore : `'${after !== undefined}'`;
  }

  /** The cursor of a row, as an expression. */
  cursor(): string {
    const { row } = this.listed;
    const { field, direction } = this.keyset.order;
    const parts = `'["${field}","${direction}",' || ${cursorText(row, field)} || ',"' || ${row.column('id')} || '"]'`;
    return `translate(encode(convert_to(${parts}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
  }

  /** The cursor of the first or the last row of the page, as JSON text. */
  cursorAt(end: 'first' | 'last'): string {
    const isRead = (end === 'first') !== this.keyset.isBackward;
    const index = isRead ? '1' : `least(count(*), ${this.keyset.size})`;
    return `coalesce('"' || (array_agg(${this.cursor()})${this.onPage})[${index}] || '"', 'null')`;
  }

  private get hasMore(): string {
    return `(count(*) > ${this.keyset.size})::text`;
  }

  private get number(): string {
    return `${this.listed.row.table}.${NUMBER}`;
  }

  private get onPage(): string {
    return this.listed.readsMore ? ` filter (where ${this.number} <= ${this.keyset.size})` : '';
  }
}
