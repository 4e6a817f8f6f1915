import { sql } from 'kysely';
import type { Call } from '../../platform/call.ts';
import { rowsBy } from '../../platform/list.ts';
import type { Row } from '../../platform/models.ts';

const COLUMNS = new Set(['id', 'fileName', 'mediaType', 'size', 'sha256']);

/** The enclosure with this id, as far as the actor may see it. */
export async function enclosureSeen(call: Call, id: string): Promise<Row<'Enclosure'> | null> {
  const [row] = await rowsBy('Enclosure', 'id', COLUMNS, call)([id]);
  return row ?? null;
}

/** Waits until nobody else stores or removes this content, and keeps others waiting until the transaction ends. */
export async function lockContent({ db, signal }: Call, sha256: string): Promise<void> {
  await db
    .kysely(signal)
    .selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended(${sha256}, 0))::text`.as('locked'))
    .execute();
}
