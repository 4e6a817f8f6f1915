import type { ServerResponse } from 'node:http';

/** Answers with an error in GraphQL's shape, as any client of this server reads it. */
export function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  answer(response, status, { 'content-type': 'application/json; charset=utf-8' }, body);
}

export function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = '',
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
