import type { Call } from '../../platform/call.ts';
import { loader } from '../../platform/loaders.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import type { Charge } from './policy.ts';

/** The region of a committee; all that are asked for at once are one statement. */
export function committeeRegion(call: Call, committeeId: string): Promise<string> {
  return loader(call, committeeRegion, '', async (ids: readonly string[]) => {
    const rows = await call.db
      .kysely(call.signal)
      .selectFrom('committee')
      .where(isOneOf('id', ids))
      .select(['id', 'region_id'])
      .execute();
    const found = new Map(rows.map((row) => [row.id, row.region_id]));
    return ids.map((id) => found.get(id)!);
  }).load(committeeId);
}

/** What decides who does what to an action item; all that are asked for at once are one statement. */
export function chargeOf(call: Call, itemId: string): Promise<Charge> {
  return loader(call, chargeOf, '', async (ids: readonly string[]) => {
    const rows = await call.db
      .kysely(call.signal)
      .selectFrom('action_item as i')
      .innerJoin('committee_meeting as m', 'm.id', 'i.meeting_id')
      .innerJoin('committee as c', 'c.id', 'm.committee_id')
      .innerJoin('organization as o', 'o.id', 'i.owner_id')
      .where(isOneOf('i.id', ids))
      .select(['i.id', 'c.region_id as committeeRegionId'])
      .select(['o.region_id as ownerRegionId', 'o.type as ownerType'])
      .execute();
    const found = new Map(rows.map(({ id, ...charge }) => [id, charge as Charge]));
    return ids.map((id) => found.get(id)!);
  }).load(itemId);
}

/** Whether one region lies in another one, or is the same. */
export async function liesIn({ db, signal }: Call, regionId: string, ancestorId: string): Promise<boolean> {
  const found = await db
    .kysely(signal)
    .selectFrom('region_ancestry')
    .where('ancestor_id', '=', ancestorId)
    .where('descendant_id', '=', regionId)
    .select('descendant_id')
    .executeTakeFirst();
  return found !== undefined;
}
