import { enums } from '../generated/datamodel.ts';
import { BadInputError } from './errors.ts';
import type { Column } from './models.ts';
import { encode } from './values.ts';

/** The order of a list. The id follows in the same direction, so that no two rows are equal; absent values come last. */
export interface Order {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** A place in an order, between two rows. */
export interface Cursor {
  readonly value: unknown;
  readonly id: string;
}

/** Characters; what lies in an index is far shorter. */
const LONGEST_CURSOR = 16_000;

export function encodeCursor(row: object, { field, direction }: Order): string {
  const { [field]: value, id } = row as Record<string, unknown>;
  return Buffer.from(JSON.stringify([field, direction, encode(value), id])).toString('base64url');
}

/** The place that an argument names, in a list that is ordered by the column. */
export function decodeCursor(
  column: Column,
  { field, direction }: Order,
  argument: string,
  text: string | null | undefined,
): Cursor | undefined {
  if (text == null) return undefined;
  const cursor = text.length > LONGEST_CURSOR ? undefined : parsed(text);
  if (!cursor) throw new BadInputError(`${argument}: this is no cursor of a list.`);
  if (cursor[0] !== field || cursor[1] !== direction) {
    throw new BadInputError(
      `${argument}: this cursor is of another order; a cursor serves the order it came from.`,
    );
  }
  const [, , value, id] = cursor;
  if (!isUuid(id) || !isValueOf(column, value)) {
    throw new BadInputError(`${argument}: this cursor does not belong to this list.`);
  }
  return { value, id };
}

function parsed(cursor: string): unknown[] | undefined {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.length === 4 ? parts : undefined;
  } catch {
    return undefined;
  }
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
