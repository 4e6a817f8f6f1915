import { sql } from 'kysely';
import type { Bound, Prisma } from '../../generated/prisma/client.ts';
import type { Call } from '../../platform/call.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { condition } from '../../platform/where.ts';
import { observationVisibleTo } from './policy.ts';

/** Contradictions that are told of one figure at most. */
export const MOST_CONFLICTS = 20;

/**
 * For each observation, the ids of those that contradict it: the same indicator, region, scope, kind
 * and period with values apart by more than their precision allows; or starting values of one source
 * that are equal and of different periods. What is superseded contradicts nothing.
 */
export async function conflictIds(ids: readonly string[], { db, actor, signal }: Call): Promise<string[][]> {
  const rows = await db
    .kysely(signal)
    .selectFrom('observation as one')
    .innerJoin('observation as other', (join) =>
      join
        .onRef('other.indicator_id', '=', 'one.indicator_id')
        .onRef('other.region_id', '=', 'one.region_id')
        .onRef('other.kind', '=', 'one.kind')
        .onRef('other.id', '<>', 'one.id')
        .on(sql<boolean>`other.scope is not distinct from one.scope`),
    )
    .where(isOneOf('one.id', ids))
    .where('one.status', '<>', 'SUPERSEDED')
    .where('other.status', '<>', 'SUPERSEDED')
    .where(condition('Observation', observationVisibleTo(actor), 'other'))
    .where(
      sql<boolean>`(
        (other.period = one.period and ${apart})
        or (one.kind = 'BASELINE' and other.source_id = one.source_id
          and other.value = one.value and other.period <> one.period))`,
    )
    .orderBy('other.code')
    .select(['one.id as of', 'other.id'])
    .execute();
  const found = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { of, id } of rows) found.get(of)!.push(id);
  return ids.map((id) => found.get(id)!.slice(0, MOST_CONFLICTS));
}

/** A figure as far as a count of our own is compared with it. */
export interface Published {
  readonly id: string;
  readonly value: Prisma.Decimal;
  readonly bound: Bound;
  readonly precision: Prisma.Decimal;
}

/** For each indicator, the latest figure of the region as a whole that is in force and of the indicator's own kind. */
export async function publishedIn(
  regionCode: string,
  indicatorIds: readonly string[],
  { db, actor, signal }: Call,
): Promise<(Published | undefined)[]> {
  const rows = await db
    .kysely(signal)
    .selectFrom('observation as o')
    .innerJoin('indicator as i', (join) =>
      join.onRef('i.id', '=', 'o.indicator_id').onRef('i.kind', '=', 'o.kind'),
    )
    .innerJoin('region as r', 'r.id', 'o.region_id')
    .where(isOneOf('o.indicator_id', indicatorIds))
    .where('r.code', '=', regionCode)
    .where('o.scope', 'is', null)
    .where('o.status', '=', 'ACTIVE')
    .where(condition('Observation', observationVisibleTo(actor), 'o'))
    .distinctOn('o.indicator_id')
    .orderBy('o.indicator_id')
    .orderBy('o.period_to', (order) => order.desc().nullsLast())
    .orderBy('o.code', 'desc')
    .select(['o.id', 'o.indicator_id', 'o.value', 'o.bound', 'o.precision'])
    .execute();
  const found = new Map(rows.map((row) => [row.indicator_id, row]));
  return indicatorIds.map((id) => found.get(id));
}

/** The spans that the two printed numbers leave open lie apart by a step of the coarser one or more. */
const apart = sql<boolean>`
  greatest(${low('one')}, ${low('other')}) - least(${high('one')}, ${high('other')})
    >= greatest(one.precision, other.precision)`;

/** Numbers printed with 近 may be anything up to the one printed. */
function low(table: 'one' | 'other') {
  const { value, bound } = columns(table);
  return sql`case when ${bound} in ('AT_MOST', 'UNCERTAIN') then '-infinity' else ${value} end`;
}

/** Numbers printed with 余 or from incomplete statistics may be anything from the one printed. */
function high(table: 'one' | 'other') {
  const { value, valueMax, bound } = columns(table);
  return sql`case when ${bound} in ('AT_LEAST', 'INCOMPLETE', 'UNCERTAIN') then 'infinity'
    else coalesce(${valueMax}, ${value}) end`;
}

function columns(table: 'one' | 'other') {
  const column = (name: keyof { value: 1; value_max: 1; bound: 1 }) => sql.ref(`${table}.${name}`);
  return { value: column('value'), valueMax: column('value_max'), bound: column('bound') };
}

/** The next code of those that are recorded here; no document's number begins with R. */
export async function nextCode({ db, signal }: Call): Promise<string> {
  const row = await db
    .kysely(signal)
    .selectFrom('observation')
    .where('code', '~', '^R[0-9]{6,9}$')
    .select(sql<number>`coalesce(max(substr(code, 2)::int), 0)`.as('last'))
    .executeTakeFirstOrThrow();
  return `R${String(row.last + 1).padStart(6, '0')}`;
}
