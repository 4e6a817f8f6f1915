import { sql } from 'kysely';
import type { Call } from './call.ts';

/** What those who do the same wait for each other by: any numbers, the same for all servers. */
const HELD = {
  ORGANIZATION_TREE: 4790515,
  IDENTIFIER: 4790516,
  AWARD_TYPE: 4790517,
  FIGURE_CODE: 4790518,
  COMMITTEE: 4790519,
  DOC_NO: 4790520,
};

/** From here on nobody else does this, to the same key where there is one, until the transaction ends. */
export async function hold({ db, signal }: Call, what: keyof typeof HELD, key = ''): Promise<void> {
  await sql`select pg_advisory_xact_lock(${HELD[what]}::int, hashtext(${key}))::text`.execute(
    db.kysely(signal),
  );
}
