import type { Kysely, SelectQueryBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from './actor.ts';
import type { Call } from './call.ts';
import { BadInputError } from './errors.ts';
import { LARGEST_PAGE } from './keyset.ts';
import type { ModelName, Tables } from './models.ts';

/** What waits: since when, and until which day. */
interface Waiting {
  readonly id: string;
  readonly since: Date;
  readonly due_on: Date | null;
}
// biome-ignore lint/suspicious/noExplicitAny: what a query reads from is its own matter
type Selecting<Row> = SelectQueryBuilder<any, any, Row>;

/** One kind of work: what is to be done to which records by the actor; nothing where none of the roles has such work. */
export interface Source {
  readonly type: ModelName;
  /** As in the nextActions of the record. */
  readonly action: string;
  readonly waiting: (actor: Actor, db: Kysely<Tables>, now: Date) => Selecting<Waiting> | undefined;
}

/** The last day of what has none. */
export const NO_LAST_DAY = sql<Date | null>`null::date`.as('due_on');

/** The end of a day in China, of a column of days. */
export function endOfDay(column: string) {
  return sql<Date>`((${sql.ref(column)} + 1)::timestamp - interval '8 hours') at time zone 'UTC'`;
}

export interface Todo extends Waiting {
  readonly type: ModelName;
  readonly action: string;
}

export interface TodoOrder {
  readonly field: 'due' | 'since';
  readonly direction: 'asc' | 'desc';
}

export interface TodoPage {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly order: TodoOrder;
}

const DEFAULT_SIZE = 20;
const sources: Source[] = [];

/** From here on this kind of work is on the lists of those whose it is. */
export function todo(source: Source): void {
  sources.push(source);
}

/** The records that something can be done to, by type. */
export function todoTypes(): ModelName[] {
  return [...new Set(sources.map(({ type }) => type))];
}

/** One page of all that waits for the actor, in one statement. */
export async function todosOf(call: Call, { first, after, order }: TodoPage) {
  const size = first ?? DEFAULT_SIZE;
  if (size < 0 || size > LARGEST_PAGE)
    throw new BadInputError(`first: expected 0 to ${LARGEST_PAGE}, not ${size}.`);
  const all = everything(call);
  if (!all) return { nodes: [], hasNextPage: false, hasPreviousPage: after != null, order };
  const isUp = order.direction === 'asc';
  // What has no end comes last in both directions.
  const never = `${isUp ? '' : '-'}infinity`;
  const key = order.field === 'since' ? sql`since` : sql`coalesce(due_on::timestamptz, ${sql.lit(never)})`;
  const direction = sql.raw(order.direction);
  const kysely = call.db.kysely(call.signal);
  let page = kysely
    .selectFrom(all.as('waiting'))
    .selectAll()
    .orderBy(sql`${key} ${direction}, since ${direction}, id ${direction}, action ${direction}`)
    .limit(size + 1);
  if (after != null) {
    const { dueOn, since, id, action } = decode(after, order);
    const at = order.field === 'since' ? since : (dueOn ?? never);
    page = page.where(
      sql<boolean>`(${key}, since, id, action) ${sql.raw(isUp ? '>' : '<')}
        (${at}::timestamptz, ${since}::timestamptz, ${id}::uuid, ${action}::text)`,
    );
  }
  const rows = (await page.execute()) as Todo[];
  return {
    nodes: rows.slice(0, size),
    hasNextPage: rows.length > size,
    hasPreviousPage: after != null,
    order,
  };
}

/** How much waits for the actor. */
export async function todoCount(call: Call): Promise<number> {
  const all = everything(call);
  if (!all) return 0;
  const counting = call.db.kysely(call.signal).selectFrom(all.as('waiting'));
  const { count } = await counting.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  return count;
}

/** The cursor behind an item. */
export function todoCursor({ due_on, since, id, action }: Todo, { field, direction }: TodoOrder): string {
  const place = [field, direction, due_on?.toISOString() ?? null, since.toISOString(), id, action];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

const INSTANT = z.iso.datetime();

/** @throws {BadInputError} for anything but a cursor of this order */
function decode(cursor: string, { field, direction }: TodoOrder) {
  const shape = z.tuple([
    z.literal(field),
    z.literal(direction),
    INSTANT.nullable(),
    INSTANT,
    z.uuid(),
    z.string(),
  ]);
  try {
    const [, , dueOn, since, id, action] = shape.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
    return { dueOn, since, id, action };
  } catch {
    throw new BadInputError('after: this is no cursor of this list in this order.');
  }
}

function everything({ actor, db, signal, now }: Call): Selecting<Todo> | undefined {
  const kysely = db.kysely(signal);
  const parts = sources.flatMap(({ type, action, waiting }) => {
    const query = waiting(actor, kysely, now());
    if (!query) return [];
    const named = query.select([
      sql<string>`${type}::text`.as('type'),
      sql<string>`${action}::text`.as('action'),
    ]);
    return [named as unknown as Selecting<Todo>];
  });
  const [one, ...others] = parts;
  return others.reduce<Selecting<Todo> | undefined>((all, part) => all?.unionAll(part), one);
}
