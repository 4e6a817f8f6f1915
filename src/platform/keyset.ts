import { enums } from '../generated/datamodel.ts';
import { BadInputError } from './errors.ts';
import { type Column, columnOf, fieldOf, type ModelName } from './models.ts';
import { encode } from './values.ts';
import type { Bind } from './where.ts';

const DEFAULT_SIZE = 20;
export const LARGEST_PAGE = 100;
/** Characters; what lies in an index is far shorter. */
const LONGEST_CURSOR = 16_000;

export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** The order of a list. The id follows in the same direction, so that no two rows are equal; absent values come last. */
export interface Order {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
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

interface Cursor {
  readonly value: unknown;
  readonly id: string;
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
    this.after = args.after == null ? undefined : this.decode('after', args.after);
    this.before = args.before == null ? undefined : this.decode('before', args.before);
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

  private decode(argument: string, text: string): Cursor {
    const cursor = text.length > LONGEST_CURSOR ? undefined : parsed(text);
    const { field, direction } = this.order;
    if (!cursor) throw new BadInputError(`${argument}: this is no cursor of a list.`);
    if (cursor[0] !== field || cursor[1] !== direction) {
      throw new BadInputError(
        `${argument}: this cursor is of another order; a cursor serves the order it came from.`,
      );
    }
    const [, , value, id] = cursor;
    if (!isUuid(id) || !isValueOf(this.column, value)) {
      throw new BadInputError(`${argument}: this cursor does not belong to this list.`);
    }
    return { value, id };
  }
}

export function encodeCursor(row: object, { field, direction }: Order): string {
  const { [field]: value, id } = row as Record<string, unknown>;
  return Buffer.from(JSON.stringify([field, direction, encode(value), id])).toString('base64url');
}

function parsed(cursor: string): unknown[] | undefined {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.length === 4 ? parts : undefined;
  } catch {
    return undefined;
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

export function isUuid(id: unknown): id is string {
  return typeof id === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);
}

/** An instant as encode() writes it, in the years that PostgreSQL reads. */
function isInstant(text: string): boolean {
  const date = new Date(text);
  return /^(?!0000)\d{4}-/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString() === text;
}

/** Whether a cursor's value could have come from the column: a forged one must not reach the database. */
function isValueOf({ type, sql, nullable }: Column, value: unknown): boolean {
  if (value === null) return nullable;
  if (sql === 'uuid') return isUuid(value);
  if (type === 'Boolean') return typeof value === 'boolean';
  if (type === 'Int') return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  if (typeof value !== 'string') return false;
  if (type in enums) return Object.hasOwn(enums[type as keyof typeof enums].values, value);
  if (type === 'DateTime') return isInstant(value);
  if (type === 'Decimal' || type === 'BigInt') return /^-?\d{1,30}(\.\d{1,30})?$/.test(value);
  return value.isWellFormed() && !value.includes('\0');
}
