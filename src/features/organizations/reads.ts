import { type SqlBool, sql } from 'kysely';
import type { Call } from '../../platform/call.ts';
import { entry } from '../../platform/loaders.ts';

/** The id of the organization that a unified social credit code stands for, if any. */
export async function organizationIdByUscc(code: string, { db, signal }: Call): Promise<string | undefined> {
  const row = await db
    .kysely(signal)
    .selectFrom('organization_identifier')
    .where('scheme', '=', 'USCC')
    .where('value', '=', code)
    .select('organization_id')
    .executeTakeFirst();
  return row?.organization_id;
}

/** Under an organization lie those that name it as the one above, an employer's unions, and a union's employer. */
export async function organizationsUnder(
  { db, signal }: Pick<Call, 'db' | 'signal'>,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .kysely(signal)
    .withRecursive('reached', (query) =>
      query
        .selectFrom('organization')
        // As one value, so that the statement is the same for any number of them.
        .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
        .select(['id as root', 'id', 'employer_id'])
        .union((more) =>
          more
            .selectFrom('reached as r')
            .innerJoin('organization as o', (join) =>
              join.on((on) =>
                on.or([
                  on('o.parent_id', '=', on.ref('r.id')),
                  on('o.employer_id', '=', on.ref('r.id')),
                  on('o.id', '=', on.ref('r.employer_id')),
                ]),
              ),
            )
            .select(['r.root', 'o.id', 'o.employer_id']),
        ),
    )
    .selectFrom('reached')
    .select(['root', 'id'])
    .execute();
  const found = new Map<string, string[]>();
  for (const { root, id } of rows) entry<string, string[]>(found, root, () => []).push(id);
  return found;
}
