import type { Call } from '../../platform/call.ts';
import { rowsBy } from '../../platform/list.ts';
import type { Row } from '../../platform/models.ts';

const COLUMNS = new Set(['id', 'fileName', 'mediaType', 'size', 'sha256']);

/** The enclosure with this id, as far as the actor may see it. */
export async function enclosureSeen(call: Call, id: string): Promise<Row<'Enclosure'> | null> {
  const [row] = await rowsBy('Enclosure', 'id', COLUMNS, call)([id]);
  return row ?? null;
}
