import type { Server } from 'node:http';
import type { Database } from './platform/database.ts';
import type { Logger } from './platform/log.ts';

const PATIENCE = 8000;

/**
 * Stops in order: no new connections, what was accepted is answered, the database is closed. A second
 * call changes nothing; whoever can't wait sends SIGKILL, which loses nothing that was acknowledged.
 */
export function stopper(server: Server, db: Database, log: Logger, onStop: () => void) {
  let stopping: Promise<void> | undefined;
  return (reason: string): Promise<void> => (stopping ??= stop(reason));

  async function stop(reason: string): Promise<void> {
    log.info({ reason }, 'stopping');
    onStop();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    // Connections that are kept alive become idle only after their answer.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE);
    await closed;
    clearInterval(sweep);
    clearTimeout(impatience);
    await db.close();
    log.info('stopped');
  }
}
