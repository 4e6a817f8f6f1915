import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/**
 * The request with a body of known length; undefined if that is more than `most` bytes. What is too
 * much is read and forgotten, so that the connection can be used again.
 */
export async function withBody(request: IncomingMessage, most: number): Promise<IncomingMessage | undefined> {
  if (request.headers['content-length'] !== undefined) return request;
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
  return size > most ? undefined : Object.assign(request, { body: Readable.from([Buffer.concat(parts)]) });
}
