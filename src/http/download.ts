import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { enclosureSeen } from '../features/enclosures/reads.ts';
import { localId } from '../graphql/ids.ts';
import type { Call } from '../platform/call.ts';
import type { Files } from '../platform/files.ts';
import { refuse } from './answer.ts';

interface Wanted {
  readonly files: Files;
  readonly call: Call;
  /** The global id of the enclosure, as it stands in the address. */
  readonly id: string;
}

/** Sends a file to be saved, never to be shown in a page of this server, to those who see it. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { files, call, id }: Wanted,
): Promise<void> {
  const own = localId('Enclosure', decoded(id));
  const enclosure = own === undefined ? null : await enclosureSeen(call, own);
  if (!enclosure) return refuse(response, 404, 'NOT_FOUND', 'There is nothing here that you may see.');
  const { fileName, mediaType, size, sha256 } = enclosure;
  const head = {
    etag: `"${sha256}"`,
    // Who may see it can change.
    'cache-control': 'private, no-cache',
    vary: 'authorization, origin',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'accept-ranges': 'none',
  };
  if (request.headers['if-none-match']?.includes(head.etag)) return void response.writeHead(304, head).end();
  const file = await files.open(sha256);
  const whole = {
    ...head,
    'content-type': mediaType,
    'content-length': size,
    'content-disposition': dispositionOf(fileName),
  };
  if (request.method === 'HEAD') {
    await file.close();
    return void response.writeHead(200, whole).end();
  }
  response.writeHead(200, whole);
  // A client that goes away is no fault.
  await pipeline(file.createReadStream(), response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}

/** The name in ASCII for old clients, and whole for all others (RFC 6266). */
function dispositionOf(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]/g, '_');
  const whole = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
