import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type Column,
  columnOf,
  fieldOf,
  isEnum,
  type ModelName,
  models,
  type Relation,
  tableOf,
  type Where,
} from './models.ts';
import { simplified } from './simplified.ts';

/** Keeps a value for the statement and gives its placeholder: a value never becomes text. */
export type Bind = (value: unknown) => string;
/** Stands for the instant at which a statement runs, since its text and values may be kept for later ones. */
export const NOW = Symbol('now');

/** The day it is now in China, eight hours ahead of UTC, as SQL. */
export function todayOf(bind: Bind): string {
  return `(${bind(NOW)}::timestamptz at time zone 'UTC' + interval '8 hours')::date`;
}

/** Keeps values as `bind` does, and the instant for `NOW`. */
export function at(now: () => Date, bind: Bind): Bind {
  return (value) => bind(value === NOW ? now() : value);
}

/** What Prisma has no word for, as SQL on the rows of `table`. */
export interface Term {
  (bind: Bind, table: string, knowledge?: Knowledge): string;
  /** That it holds for the rows with one of several keys, and for no others. */
  readonly within?: Within;
  /** Whether so many rows may fulfill it that it does not help to find them. */
  readonly isBroad?: (knowledge: Knowledge) => boolean;
}

/** What is known of the data where a statement is made. */
export interface Knowledge {
  /** Which share of the rows have this gram in what is searched, from 0 to 1; 0 where it is not known. */
  shareOf(model: ModelName, gram: string): number;
  /** From which share on a text does not help to find rows. */
  readonly common: number;
}

/** A field, and the keys that it may have: a select of them. */
export interface Within {
  readonly field: string;
  readonly keys: (bind: Bind) => string;
}
export type Condition<M extends ModelName> = Where<M> | Term;
type Words = Readonly<Record<string, unknown>>;

/** The SQL of a Prisma condition on the rows of `table`. A word it does not know is an error. */
export function matching<M extends ModelName>(
  model: M,
  condition: Condition<M>,
  bind: Bind,
  table = 't',
  knowledge?: Knowledge,
): string {
  if (typeof condition === 'function') return condition(bind, table, knowledge);
  const where = simplified(model, condition as Words);
  return typeof where === 'boolean' ? String(where) : all(model, where, bind, table);
}

export function isWithin<M extends ModelName>(condition: Condition<M>): condition is Term {
  return typeof condition === 'function' && condition.within !== undefined;
}

/** The condition that a row has one of the keys. As an array they are read once, and an index can serve them. */
export function within(model: ModelName, { field, keys }: Within): Term {
  const term = (bind: Bind, table: string) => `${columnOf(model, field, table)} = any(array(${keys(bind)}))`;
  return Object.assign(term, { within: { field, keys } });
}

/** The same condition for a statement written with Kysely. */
export function condition<M extends ModelName>(
  model: M,
  condition: Condition<M>,
  table: string,
): RawBuilder<SqlBool> {
  const values: unknown[] = [];
  const bind = (value: unknown) => {
    values.push(value);
    return '\0';
  };
  const text = matching(model, condition, bind, table).split('\0');
  return sql(Object.assign(text, { raw: text }), ...values);
}

function all(model: ModelName, where: Words, bind: Bind, table: string): string {
  const parts = Object.entries(where)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => part(model, table, name, value, bind));
  return parts.join(' and ') || 'true';
}

function part(model: ModelName, table: string, name: string, value: unknown, bind: Bind): string {
  const each = (glue: string, none: string) =>
    `(${
      [value]
        .flat()
        .map((where) => all(model, where as Words, bind, table))
        .join(glue) || none
    })`;
  if (name === 'AND') return each(' and ', 'true');
  if (name === 'OR') return each(' or ', 'false');
  if (name === 'NOT') return `not ${each(' or ', 'false')}`;

  const relation = models[model].relations[name];
  if (relation) return related(model, table, relation, value as Words | null, bind);
  return compared(columnOf(model, name, table), fieldOf(model, name), value, bind);
}

function related(
  model: ModelName,
  table: string,
  relation: Relation,
  value: Words | null,
  bind: Bind,
): string {
  const { model: other, from, to } = relation;
  const inner = `${table}_${other.toLowerCase()}`;
  const exists = (where: unknown) => `exists (select 1 from ${tableOf(other)} ${inner}
    where ${columnOf(other, to, inner)} = ${columnOf(model, from, table)}
    and ${all(other, where as Words, bind, inner)})`;

  if (value === null || value.is === null) return `not ${exists({})}`;
  if ('isNot' in value) return value.isNot === null ? exists({}) : `not ${exists(value.isNot)}`;
  if ('none' in value) return `not ${exists(value.none)}`;
  if ('every' in value) return `not ${exists({ NOT: value.every })}`;
  return exists(value.some ?? value.is ?? value);
}

function compared(column: string, field: Column, value: unknown, bind: Bind): string {
  if (!isPlain(value)) return OPERATORS.equals!(column, value, bind, field, '');
  const like = value.mode === 'insensitive' ? 'ilike' : 'like';
  const parts = Object.entries(value)
    .filter(([operator, operand]) => operand !== undefined && operator !== 'mode')
    .map(([operator, operand]) => {
      const compile = OPERATORS[operator];
      if (!compile) throw new Error(`Conditions here do not know "${operator}".`);
      return compile(column, operand, bind, field, like);
    });
  return parts.join(' and ') || 'true';
}

const OPERATORS: Record<
  string,
  (column: string, value: unknown, bind: Bind, field: Column, like: string) => string
> = {
  equals: (column, value, bind) => (value === null ? `${column} is null` : `${column} = ${bind(value)}`),
  not: (column, value, bind, field) => {
    if (value === null) return `${column} is not null`;
    return isPlain(value) ? `not (${compared(column, field, value, bind)})` : `${column} <> ${bind(value)}`;
  },
  in: (column, value, bind, field) =>
    isFew(value, field)
      ? `${column} in (${value.map((each) => `${bind(each)}::${field.sql}`).join(', ')})`
      : `${column} = any(${bind(value)}::${field.sql}[])`,
  notIn: (column, value, bind, { sql }) => `${column} <> all(${bind(value)}::${sql}[])`,
  lt: (column, value, bind) => `${column} < ${bind(value)}`,
  lte: (column, value, bind) => `${column} <= ${bind(value)}`,
  gt: (column, value, bind) => `${column} > ${bind(value)}`,
  gte: (column, value, bind) => `${column} >= ${bind(value)}`,
  contains: (column, value, bind, _, like) => `${column} ${like} ${bind(`%${literal(value)}%`)}`,
  startsWith: (column, value, bind, _, like) => `${column} ${like} ${bind(`${literal(value)}%`)}`,
  endsWith: (column, value, bind, _, like) => `${column} ${like} ${bind(`%${literal(value)}`)}`,
};

/**
 * Of an array PostgreSQL takes ten values for granted, where one of eight levels may be all that is asked for; where there
 * are more than these, that is nearer.
 */
const FEW = 2;

/** Whether these are so few of the values of an enum. */
function isFew(value: unknown, field: Column): value is readonly unknown[] {
  return isEnum(field) && Array.isArray(value) && value.length > 0 && value.length <= FEW;
}

/** Text in which % and _ mean themselves. */
export function literal(text: unknown): string {
  return String(text).replace(/[\\%_]/g, '\\$&');
}

function isPlain(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
