import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/log.ts';
import { answer, refuse } from './answer.ts';
import type { Account } from './authenticate.ts';
import { bodyOf } from './body.ts';
import { setCors } from './cors.ts';
import { sendGraphiql, wantsPage } from './graphiql.ts';
import { faultOfHead, faultOfOperation, LARGEST_BODY, tooLarge } from './guard.ts';
import { sendHealth, sendReady } from './health.ts';

export interface Routes {
  db: Database;
  log: Logger;
  hasGraphiql: boolean;
  /** Accounts that GraphiQL offers. */
  accounts?: readonly Account[] | undefined;
  /** Origins whose pages may read answers. */
  corsOrigins: readonly string[];
  isStopping: () => boolean;
  /** Answers a request to the GraphQL endpoint that has passed the guard. */
  graphql: (request: IncomingMessage, response: ServerResponse, body: Buffer) => unknown;
  /** Answers a request for files; none are kept without it. */
  files?: ((request: IncomingMessage, response: ServerResponse) => unknown) | undefined;
}

const ALLOW = { allow: 'GET, POST, OPTIONS' };
const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** The way of every request: an id, a line in the log, a look at its head, then what its path stands for. */
export function routed({ db, log, hasGraphiql, accounts, corsOrigins, isStopping, graphql, files }: Routes) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const started = performance.now();
    const id = requestId(request);
    response.setHeader('x-request-id', id);
    setCors(request, response, corsOrigins);
    response.once('close', () => {
      const { method, url } = request;
      const { statusCode: status, writableFinished: answered } = response;
      const milliseconds = Math.round(performance.now() - started);
      log.info({
        requestId: id,
        method,
        path: url?.split('?')[0]?.slice(0, 200),
        status,
        answered,
        milliseconds,
      });
    });
    Promise.resolve(send(request, response)).catch((error: unknown) => {
      log.error({ requestId: id, err: error }, 'a request failed');
      if (response.headersSent) response.destroy();
      else
        refuse(
          response,
          500,
          'INTERNAL_SERVER_ERROR',
          'Something went wrong here. It has been logged with the request id.',
        );
    });
  };

  function send(request: IncomingMessage, response: ServerResponse): unknown {
    const fault = faultOfHead(request);
    if (fault) return refuse(response, fault.status, fault.code, fault.message);
    const [path] = request.url!.split('?');
    if (path === '/health') return sendHealth(response);
    if (path === '/ready') return sendReady(response, db, isStopping());
    if (path === '/' && hasGraphiql) return answer(response, 302, { location: '/graphql' });
    if (files && /^\/files(\/|$)/.test(path!)) return files(request, response);
    if (path !== '/graphql')
      return refuse(response, 404, 'NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.');
    if (hasGraphiql && wantsPage(request)) return sendGraphiql(request, response, accounts);
    if (request.method === 'OPTIONS') return answer(response, 204, ALLOW);
    return sendOperation(request, response);
  }

  async function sendOperation(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wrong = faultOfOperation(request);
    if (wrong?.status === 405) response.setHeader('allow', ALLOW.allow);
    if (wrong) return refuse(response, wrong.status, wrong.code, wrong.message);
    if (request.method === 'GET') return void (await graphql(request, response, Buffer.alloc(0)));
    const body = await bodyOf(request, LARGEST_BODY);
    if (body) return void (await graphql(request, response, body));
    const { status, code, message } = tooLarge();
    refuse(response, status, code, message);
  }
}

/** The caller's own id for the request where it is a plain one, so that both logs can be held together. */
export function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && REQUEST_ID.test(given)) return given;
  return (headers['x-request-id'] = randomUUID());
}
