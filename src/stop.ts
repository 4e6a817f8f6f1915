import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './platform/database.ts';
import type { Logger } from './platform/log.ts';

/** How long those who ask /ready can hear that the server stops before it takes no more connections. */
const NOTICE = 500;
/** How long a request may be on its way on a connection that is kept alive. */
const TRANSIT = 300;
/** How long clients may take for what was accepted. */
const PATIENCE = 8000;

/** A request that is not answered. */
interface Open {
  readonly response: ServerResponse;
  place: number;
}

/**
 * Stops in order: whoever is connected can hear of it, no new connections, what was accepted is answered,
 * what the program does by itself has come to rest, the database is closed. A second call changes nothing; whoever can't wait sends SIGKILL, which loses
 * nothing that was acknowledged.
 */
export function stopper(server: Server, db: Database, log: Logger, onStop: () => void | Promise<void>) {
  let stopping: Promise<void> | undefined;
  let isClosed = false;
  // Each knows its place. A Set makes itself anew time and again where much comes and goes: its old tables, once they are
  // in V8's old space, keep the next ones and all requests that these hold from being collected young.
  const open: Open[] = [];
  server.prependListener('request', (_, response) => {
    const own = { response, place: open.length };
    open.push(own);
    response.once('close', () => {
      const last = open.pop()!;
      if (last === own) return;
      last.place = own.place;
      open[own.place] = last;
    });
    if (isClosed) endConnection(response);
  });
  return (reason: string): Promise<void> => (stopping ??= stop(reason));

  async function stop(reason: string): Promise<void> {
    log.info({ reason }, 'stopping');
    const rested = onStop();
    const patience = setTimeout(() => server.closeAllConnections(), PATIENCE);
    if (await isConnected(server)) await sleep(NOTICE);
    isClosed = true;
    for (const { response } of open) endConnection(response);
    // Unlike the close of HTTP servers, this one leaves connections alone on which a request may be on its way.
    const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
    if (await isConnected(server)) await sleep(TRANSIT);
    const sweep = setInterval(() => {
      if (open.length === 0) server.closeAllConnections();
    }, 50);
    await closed;
    clearInterval(sweep);
    clearTimeout(patience);
    await rested;
    await db.close();
    log.info('stopped');
  }
}

/** This answer is the last one of its connection. */
function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

function isConnected(server: Server): Promise<boolean> {
  return new Promise((resolve) => server.getConnections((_, count) => resolve(count > 0)));
}
