import type { Actor } from './actor.ts';
import type { Connection } from './database.ts';

/** The facts that every command and read may rely on: on which database, for whom, when. */
export interface Call {
  /** Inside a command, its transaction. */
  readonly db: Connection;
  readonly actor: Actor;
  readonly now: () => Date;
  /** The request that it is about; none where the program itself acts. */
  readonly requestId?: string | undefined;
  /** Fires when nobody waits for the answer any longer; statements that still run are then canceled. */
  readonly signal?: AbortSignal;
}
