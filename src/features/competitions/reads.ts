import type { Call } from '../../platform/call.ts';
import { entry } from '../../platform/loaders.ts';
import { isOneOf } from '../../platform/oneOf.ts';

/** The organizations that hold each of the competitions, in their order. */
export async function hostsOf(
  competitionIds: readonly string[],
  { db, signal }: Pick<Call, 'db' | 'signal'>,
): Promise<string[][]> {
  const rows = await db
    .kysely(signal)
    .selectFrom('competition_host')
    .where(isOneOf('competition_id', competitionIds))
    .select(['competition_id', 'organization_id'])
    .orderBy('ordinal')
    .execute();
  const hosts = new Map<string, string[]>();
  for (const row of rows) entry(hosts, row.competition_id, () => []).push(row.organization_id);
  return competitionIds.map((id) => hosts.get(id) ?? []);
}
