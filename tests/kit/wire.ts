import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { App } from './app.ts';

/** What came over the wire, as far as tests look at it. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  body: { errors?: { message: string; extensions: { code: string } }[]; data?: unknown };
}

/** Sends a request to a path of the server, as any HTTP client would. */
export async function send(app: App, path: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(app.origin + path, { redirect: 'manual', ...init });
  return reply(response.status, response.headers, await response.text());
}

/** Posts a body of any kind to the GraphQL endpoint, as JSON unless another type is named. */
export function post(app: App, body: RequestInit['body'], headers: Record<string, string> = {}) {
  const init: RequestInit & { duplex?: 'half' } = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  };
  if (body instanceof ReadableStream) init.duplex = 'half';
  return send(app, '/graphql', init);
}

/** Sends text as it is, which no HTTP client would, and reads the answer of a server that then closes the connection. */
export async function sendRaw(app: App, text: string): Promise<Reply> {
  const [head = '', body = ''] = (await exchange(app, [text])).split(/\r\n\r\n(.*)/s);
  const [start = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => line.split(': ', 2) as [string, string]);
  return reply(Number(start.split(' ')[1]), new Headers(headers), body);
}

/** Sends the parts over one connection, as fast as they are taken, and reads until the server closes it. */
export async function exchange(app: App, parts: Iterable<string | Buffer>): Promise<string> {
  const socket = connect(Number(new URL(app.origin).port), '127.0.0.1');
  Readable.from(parts).pipe(socket, { end: false });
  return text(socket);
}

function reply(status: number, headers: Headers, text: string): Reply {
  const isJson = text !== '' && headers.get('content-type')?.includes('json');
  return { status, headers, text, body: isJson ? JSON.parse(text) : {} };
}

/** Status, code and message: all that an error that refuses a request holds. */
export function refusal({ status, body }: Reply): [status: number, code?: string, message?: string] {
  const [error, ...more] = body.errors ?? [];
  if (!error || more.length > 0) return [status];
  return [status, error.extensions.code, error.message];
}
