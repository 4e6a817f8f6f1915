import type { ServerResponse } from 'node:http';
import type { Database } from '../platform/database.ts';
import { answer, JSON_TYPE } from './answer.ts';

const PATIENCE = 4000;

/** The process runs. */
export function sendHealth(response: ServerResponse): void {
  send(response, 200, { status: 'ok' });
}

/** The process can serve: it is not about to stop, and its database answers in time. What is wrong stays in the log. */
export async function sendReady(response: ServerResponse, db: Database, isStopping: boolean): Promise<void> {
  if (isStopping) return send(response, 503, { status: 'stopping' });
  const isReady = await Promise.race([
    db
      .read(() => 'select 1')
      .then(
        () => true,
        () => false,
      ),
    new Promise<false>((resolve) => setTimeout(resolve, PATIENCE, false).unref()),
  ]);
  send(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'unavailable' });
}

function send(response: ServerResponse, status: number, body: object): void {
  const headers = { 'content-type': JSON_TYPE, 'cache-control': 'no-store' };
  answer(response, status, headers, JSON.stringify(body));
}
