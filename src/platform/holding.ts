import { sql } from 'kysely';
import type { Call } from './call.ts';
import { type ModelName, tableOf } from './models.ts';

/** What those who do the same wait for each other by: any numbers, the same for all servers. */
const HELD = {
  ORGANIZATION_TREE: 4790515,
  IDENTIFIER: 4790516,
  AWARD_TYPE: 4790517,
  FIGURE_CODE: 4790518,
  COMMITTEE: 4790519,
  CONTENT: 4790520,
  DOC_NO: 4790521,
};

/** From here on nobody else does this, to the same key where there is one, until the transaction ends. */
export async function hold({ db, signal }: Call, what: keyof typeof HELD, key = ''): Promise<void> {
  await sql`select pg_advisory_xact_lock(${HELD[what]}::int, hashtext(${key}))::text`.execute(
    db.kysely(signal),
  );
}

/** How a record is held: so that it stays as it is, that it is changed in turn, or that nothing refers to it anew either. */
const HOLDS = { AS_IT_IS: 'share', IN_TURN: 'no key update', ALONE: 'update' };

/** Waits for those who hold the record in another way, and holds it until the transaction ends. */
export async function holdRow(
  { db, signal }: Call,
  model: ModelName,
  id: string,
  how: keyof typeof HOLDS,
): Promise<void> {
  const [table, kind] = [sql.raw(tableOf(model)), sql.raw(HOLDS[how])];
  await sql`select id from ${table} where id = ${id}::uuid for ${kind}`.execute(db.kysely(signal));
}
