import type { Database } from './database.ts';

/** Who is asking. Nobody signs in yet: everybody is the public. */
export interface Actor {
  readonly role: 'PUBLIC';
  /** The same for all who may see the same. */
  readonly key: string;
}

export const PUBLIC: Actor = { role: 'PUBLIC', key: 'PUBLIC' };

/** The facts that every command and read may rely on: on which database, for whom, when. */
export interface Call {
  readonly db: Database;
  readonly actor: Actor;
  readonly now: () => Date;
  /** Fires when nobody waits for the answer any longer; statements that still run are then canceled. */
  readonly signal?: AbortSignal;
}
