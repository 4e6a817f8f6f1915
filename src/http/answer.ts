import type { ServerResponse } from 'node:http';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers with an error in GraphQL's shape, as any client of this server reads it. */
export function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  answer(response, status, { 'content-type': JSON_TYPE }, errorBody(code, message));
}

/** One error, as GraphQL answers with it. */
export function errorBody(code: string, message: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
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
