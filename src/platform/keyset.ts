import { type Cursor, decodeCursor, type Order } from './cursor.ts';
import { BadInputError } from './errors.ts';
import { type Column, columnOf, fieldOf, type ModelName } from './models.ts';
import type { Bind } from './where.ts';

const DEFAULT_SIZE = 20;
export const LARGEST_PAGE = 100;

export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly order: Order;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Rows that an index delivers in order: those with a value, or those without one. */
interface Segment {
  readonly where: string;
  readonly order: string;
}

/** One page of a list ordered by a field and the id: which rows, in which order, how many. */
export class Keyset {
  readonly size: number;
  /** Whether the page is cut from the end: its rows are then read the other way around. */
  readonly isBackward: boolean;
  readonly after: Cursor | undefined;
  readonly before: Cursor | undefined;
  private readonly column: Column;

  constructor(
    private readonly model: ModelName,
    readonly order: Order,
    args: PageArgs,
  ) {
    this.column = fieldOf(model, order.field);
    this.isBackward = args.last != null;
    this.size = sizeOf(args);
    this.after = decodeCursor(this.column, order, 'after', args.after);
    this.before = decodeCursor(this.column, order, 'before', args.before);
  }

  /**
   * The page's rows and one more, which tells whether there is another page. `rows` makes a select from
   * a condition on the rows of `table`; the order and the limit, which it also hears, are put behind it.
   */
  statement(
    rows: (where: string, order: string) => string,
    bind: Bind,
    table = 't',
    most = this.size + 1,
  ): string {
    const limit = `limit ${most}`;
    const parts = this.segments(bind, table).map(
      ({ where, order }) => `${rows(where, `order by ${order} ${limit}`)} order by ${order} ${limit}`,
    );
    return parts.length === 1 ? parts[0]! : `(${parts.join(') union all (')}) ${limit}`;
  }

  /** What its statement's text depends on besides what is the same for all its pages: where it has bounds, and of which kind. */
  get shape(): string {
    return [this.after, this.before]
      .map((bound) => bound && (bound.value === null ? 'absent' : 'value'))
      .join(' ');
  }

  /** The same page with something else in the place of each value of its bounds. */
  placed(place: (end: 'after' | 'before', part: keyof Cursor) => unknown): Keyset {
    const [after, before] = (['after', 'before'] as const).map((end) => {
      const bound = this[end];
      return bound && { value: bound.value === null ? null : place(end, 'value'), id: place(end, 'id') };
    });
    return Object.assign(Object.create(Keyset.prototype), this, { after, before });
  }

  page<Row>(found: Row[]): Page<Row> {
    const more = found.length > this.size;
    const rows = found.slice(0, this.size);
    return {
      rows: this.isBackward ? rows.reverse() : rows,
      order: this.order,
      hasNextPage: this.isBackward ? this.before !== undefined : more,
      hasPreviousPage: this.isBackward ? more : this.after !== undefined,
    };
  }

  /** Values come first and absent ones last, read from the end when the page is cut there. */
  private segments(bind: Bind, table: string): Segment[] {
    const key = columnOf(this.model, this.order.field, table);
    const ascends = this.order.direction === 'asc';
    const [up, down] = ascends ? ['>', '<'] : ['<', '>'];
    const direction = ascends === this.isBackward ? 'desc' : 'asc';
    const { after, before } = this;

    const between = (values: boolean, place: (cursor: Cursor, sign: string) => string) =>
      [after && { cursor: after, sign: up }, before && { cursor: before, sign: down }].flatMap((bound) =>
        bound && (bound.cursor.value !== null) === values ? place(bound.cursor, bound.sign!) : [],
      );
    const segments: Segment[] = [];
    if (after?.value !== null) {
      const beyond = between(
        true,
        ({ value, id }, sign) => `(${key}, ${table}.id) ${sign} (${bind(value)}, ${bind(id)})`,
      );
      const present = this.column.nullable ? [`${key} is not null`] : [];
      segments.push({
        where: [...present, ...beyond].join(' and ') || 'true',
        order: `${key} ${direction}, ${table}.id ${direction}`,
      });
    }
    if (this.column.nullable && (before === undefined || before.value === null)) {
      const beyond = between(false, ({ id }, sign) => `${table}.id ${sign} ${bind(id)}`);
      segments.push({
        where: [`${key} is null`, ...beyond].join(' and '),
        order: `${table}.id ${direction}`,
      });
    }
    // After an absent value and before a present one there is nothing.
    if (segments.length === 0) segments.push({ where: 'false', order: `${table}.id` });
    return this.isBackward ? segments.reverse() : segments;
  }
}

function sizeOf({ first, last }: PageArgs): number {
  if (first != null && last != null) throw new BadInputError('Give first or last, not both.');
  const size = last ?? first ?? DEFAULT_SIZE;
  if (size < 0 || size > LARGEST_PAGE) {
    const name = last != null ? 'last' : 'first';
    throw new BadInputError(`${name}: a page has 0 to ${LARGEST_PAGE} items, not ${size}.`);
  }
  return size;
}
