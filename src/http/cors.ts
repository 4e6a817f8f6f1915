import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets pages of the listed origins read answers, errors too. Others get no such header, and their browsers keep it from them. */
export function setCors({ headers }: IncomingMessage, response: ServerResponse, origins: readonly string[]) {
  if (origins.length === 0) return;
  response.setHeader('vary', 'origin');
  if (!headers.origin || !origins.includes(headers.origin)) return;
  response.setHeader('access-control-allow-origin', headers.origin);
  response.setHeader('access-control-expose-headers', 'x-request-id');
  if (!headers['access-control-request-method']) return;
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader(
    'access-control-allow-headers',
    'authorization, content-type, x-file-name, x-request-id',
  );
  response.setHeader('access-control-max-age', '600');
}
