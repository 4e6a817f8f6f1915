import { sql } from 'kysely';
import type { RegionLevel } from '../../generated/prisma/client.ts';
import type { Call } from '../../platform/call.ts';
import { loader } from '../../platform/loaders.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import type { Case } from './policy.ts';

/** What decides who may do what to an entry; one statement for all entries of a tick. */
export function caseOf(call: Call, entryId: string): Promise<Case> {
  return loader(call, caseOf, '', (ids: readonly string[]) => casesOf(ids, call)).load(entryId);
}

async function casesOf(ids: readonly string[], { db, signal }: Call): Promise<Case[]> {
  const rows = await db
    .kysely(signal)
    .selectFrom('entry as e')
    .innerJoin('competition as c', 'c.id', 'e.competition_id')
    .where(isOneOf('e.id', ids))
    .select([
      'e.id',
      'c.status as competitionStatus',
      'c.region_id as competitionRegionId',
      'c.applications_close_at as applicationsCloseAt',
    ])
    .select(
      sql<string[]>`array(select h.organization_id::text from competition_host h
        where h.competition_id = c.id order by h.ordinal)`.as('hostIds'),
    )
    .select((select) =>
      select
        .selectFrom('workflow_event as w')
        .where('w.subject_type', '=', 'Entry')
        .whereRef('w.subject_id', '=', 'e.id')
        .where('w.action', '=', 'SUBMIT')
        .orderBy('w.at', 'desc')
        .orderBy('w.id', 'desc')
        .limit(1)
        .select('w.actor_user_id')
        .as('submitterId'),
    )
    .execute();
  const cases = new Map(rows.map(({ id, ...rest }) => [id, rest]));
  return ids.map((id) => cases.get(id)!);
}

/** One more than the largest that an entry of the competition ever had. To be asked for under the lock. */
export async function nextOrdinal({ db, signal }: Call, competitionId: string): Promise<number> {
  const { largest } = await db
    .kysely(signal)
    .selectFrom('entry')
    .where('competition_id', '=', competitionId)
    .select(sql<number | null>`max(substring(entry_no from '-([0-9]{1,9})$')::int)`.as('largest'))
    .executeTakeFirstOrThrow();
  return (largest ?? 0) + 1;
}

/** The levels of the regions that a region lies in, its own among them, also after it was renamed or merged. */
export async function levelsOver({ db, signal }: Call, regionId: string): Promise<Set<RegionLevel>> {
  const rows = await db
    .kysely(signal)
    .selectFrom('region_ancestry as a')
    .innerJoin('region as r', 'r.id', 'a.ancestor_id')
    .where('a.descendant_id', '=', regionId)
    .select('r.level')
    .execute();
  return new Set(rows.map(({ level }) => level));
}

/** Whether what is counted for the one region is counted for the other too. */
export async function isWithin({ db, signal }: Call, regionId: string, ancestorId: string): Promise<boolean> {
  const row = await db
    .kysely(signal)
    .selectFrom('region_ancestry')
    .where('descendant_id', '=', regionId)
    .where('ancestor_id', '=', ancestorId)
    .select('ancestor_id')
    .executeTakeFirst();
  return row !== undefined;
}
