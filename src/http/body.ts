import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/**
 * The body of a request; undefined if that is more than `most` bytes. What is too much is read and
 * forgotten, so that the connection can be used again.
 */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  await new Promise<void>((resolve) => {
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= most) parts.push(part);
      else resolve();
    });
    // A client that goes away gets the answer to half a body, which nobody reads.
    request.once('end', resolve).once('close', resolve).once('error', resolve);
  });
  return size > most ? undefined : Buffer.concat(parts);
}

/** The request as if nobody had read its body yet. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  return Object.assign(request, { body: Readable.from([body]) });
}
