import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';

/** What a later feature does for entries at the moment when they begin to compete, in the same transaction. */
type Listener = (tx: Call, entries: readonly Row<'Entry'>[]) => Promise<unknown>;
const listeners: Listener[] = [];

/** From here on this is done for all entries that begin. */
export function whenActivated(listener: Listener): void {
  listeners.push(listener);
}

/** To be called once entries were taken to ACTIVE. */
export async function activated(tx: Call, entries: readonly Row<'Entry'>[]): Promise<void> {
  for (const listener of listeners) await listener(tx, entries);
}
