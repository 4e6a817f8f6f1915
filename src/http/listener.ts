import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorBody, JSON_TYPE } from './answer.ts';

const SECOND = 1000;

/** An HTTP server for the application, patient with nobody: slow heads and slow requests are cut off. */
export function listener(application: RequestListener): Server {
  const limits = { headersTimeout: 10 * SECOND, requestTimeout: 30 * SECOND, keepAliveTimeout: 65 * SECOND };
  return createServer(limits, application).on('clientError', refuseUnreadable);
}

/** What Node could not read as HTTP is answered in the same shape as everything else. */
function refuseUnreadable({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || code === 'ECONNRESET') return void socket.destroy();
  const [status, message] = UNREADABLE[code ?? ''] ?? ['400 Bad Request', 'This is no HTTP request.'];
  const body = errorBody('BAD_REQUEST', message);
  const head = [
    `HTTP/1.1 ${status}`,
    `content-type: ${JSON_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const UNREADABLE: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The head of the request is too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive.'],
};
