import type { Call } from '../../platform/call.ts';

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
