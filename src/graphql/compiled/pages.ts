import type { Call } from '../../platform/call.ts';
import type { Keyset } from '../../platform/keyset.ts';
import { grouped } from '../../platform/list.ts';
import { columnOf, tableOf } from '../../platform/models.ts';
import type { Bind } from '../../platform/where.ts';
import type { ListField } from '../declarations.ts';
import { MOST_GROUPS, type NamedFacet } from '../facets.ts';
import { cursorText, type Source } from './json.ts';
import type { PlacedListing } from './kept.ts';
import { Reach } from './reach.ts';
import { type Sql, sql } from './sql.ts';

/** A list that a statement reads: the columns of `row`, of those rows that the parent with this key leads to. */
export interface Listed {
  readonly list: ListField;
  readonly row: Source;
  readonly parentKey?: string | undefined;
  readonly call: Call;
  /** Whether a row more than the page has is read, to tell if there is another page. */
  readonly readsMore: boolean;
  readonly countsTotal: boolean;
}

/** What a request asks of a list. */
export interface PageAsked {
  readonly keyset: Keyset;
  /** All ways in which the list is counted in groups. */
  readonly facets: readonly NamedFacet[];
  /** The list as if these members of its filter held of all. */
  readonly listing: (ignored: readonly string[]) => PlacedListing;
  readonly bind: Bind;
}

const NUMBER = '"#"';

/** One page of a list as SQL, for the arguments of a request. */
export class PageText {
  readonly bind: Bind;
  private readonly keyset: Keyset;
  private readonly isNumbered: boolean;
  private readonly reach: Reach;
  /** Groupings of the very rows of the list that are counted together, in one look at the rows. */
  private readonly together: readonly string[];

  constructor(
    private readonly listed: Listed,
    private readonly asked: PageAsked,
  ) {
    const { keyset, facets } = asked;
    this.bind = asked.bind;
    this.keyset = keyset;
    this.isNumbered = listed.readsMore || this.keyset.isBackward;
    this.reach = this.reachWithout([]);
    const sameRows = facets.filter((facet) => this.isOfAll(facet));
    const isWorthIt = sameRows.length + (listed.countsTotal ? 1 : 0) > 1;
    this.together = isWorthIt ? [...new Set(sameRows.map(({ by }) => by(listed.row.table)))] : [];
  }

  /** What the select of the list's parts begins with. */
  with(): string {
    if (this.together.length === 0) return '';
    const values = this.together.map((by, i) => `${by} as v${i}`).join(', ');
    const places = this.together.map((_, i) => i + 1).join(', ');
    const counts = this.reach.select(
      undefined,
      (where) => `select ${values}, count(*) as count from ${this.table} where ${where} group by ${places}`,
    );
    return `with ${this.counts} as materialized (${counts}) `;
  }

  facet(number: number): NamedFacet {
    return this.asked.facets[number]!;
  }

  total(): string {
    if (this.together.length > 0) return `(select coalesce(sum(count), 0)::text from ${this.counts})`;
    return `(select count(*)::text from ${this.table} where ${this.reach.where()})`;
  }

  groups(facet: NamedFacet): string {
    return grouped(facet, this.countsBy(facet), this.bind, MOST_GROUPS);
  }

  private countsBy(facet: NamedFacet): string {
    const by = facet.by(this.listed.row.table);
    if (this.isOfAll(facet) && this.together.includes(by)) {
      return `select v${this.together.indexOf(by)} as value, sum(count) as count from ${this.counts} group by 1`;
    }
    return this.reachWithout(facet.ignores).select(
      undefined,
      (where) => `select ${by} as value, count(*) as count from ${this.table} where ${where} group by 1`,
    );
  }

  /** The rows of the page, to select from. */
  rows(): string {
    const {
      list: { model },
      row,
      readsMore,
    } = this.listed;
    const { table } = row;
    const { field } = this.keyset.order;
    const columnsOf = (names: Iterable<string>) =>
      [...names].map((name) => columnOf(model, name, table)).join(', ') || '1';
    const page = this.keyset.statement(
      (between, order) =>
        this.reach.select(field, (where, isPart) => {
          const columns = columnsOf(isPart ? new Set([...row.used, field, 'id']) : row.used);
          const rows = `select ${columns} from ${this.table} where ${where} and ${between}`;
          return isPart ? `${rows} ${order}` : rows;
        }),
      this.bind,
      table,
      this.keyset.size + (readsMore ? 1 : 0),
    );
    if (!this.isNumbered) return `(${page}) ${table}`;
    return `(select ${table}.*, row_number() over () as ${NUMBER} from (${page}) ${table}) ${table}`;
  }

  /** These values of the page's rows in order, with commas between them. */
  joined(value: Sql): Sql {
    return sql`coalesce(string_agg(${value}, ','${this.order})${this.onPage}, '')`;
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
  cursor(column = (name: string) => this.listed.row.column(name)): string {
    const { field, direction } = this.keyset.order;
    const value = cursorText(this.listed.list.model, field, column(field));
    const parts = `'["${field}","${direction}",' || ${value} || ',"' || ${column('id')} || '"]'`;
    return `translate(encode(convert_to(${parts}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
  }

  /** The cursor of the first or the last row of the page, as JSON text. */
  cursorAt(end: 'first' | 'last'): string {
    const index = end === 'first' ? '1' : `least(count(*), ${this.keyset.size})`;
    const { row } = this.listed;
    // Encoding takes longer than gathering: only the one row is encoded.
    const cursor = this.cursor(
      (name) => `(array_agg(${row.column(name)}${this.order})${this.onPage})[${index}]`,
    );
    return `coalesce('"' || ${cursor} || '"', 'null')`;
  }

  /** The table of the rows, under its name here. */
  private get table(): string {
    return `${tableOf(this.listed.list.model)} ${this.listed.row.table}`;
  }

  private get counts(): string {
    return `${this.listed.row.table}_counts`;
  }

  private get hasMore(): string {
    return `(count(*) > ${this.keyset.size})::text`;
  }

  private get number(): string {
    return `${this.listed.row.table}.${NUMBER}`;
  }

  /** The list's order for an aggregate: the same in each, as PostgreSQL may sort for one and not for the next. */
  private get order(): string {
    return this.keyset.isBackward ? ` order by ${this.number} desc` : '';
  }

  private get onPage(): string {
    return this.listed.readsMore ? ` filter (where ${this.number} <= ${this.keyset.size})` : '';
  }

  private reachWithout(ignored: readonly string[]): Reach {
    const { parentKey, call, row } = this.listed;
    return new Reach(this.asked.listing(ignored), parentKey, call, this.bind, row.table);
  }

  /** Whether the facet ignores nothing that holds, given or not, so that it counts all rows of the list. */
  private isOfAll({ ignores }: NamedFacet): boolean {
    const held = (ignored: readonly string[]) => this.asked.listing(ignored).conditions.length;
    return held(ignores) === held([]);
  }
}
