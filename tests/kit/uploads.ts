import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { fromGlobalId } from '../../src/graphql/ids.ts';
import type { App } from './app.ts';

export const PDF = Buffer.from('%PDF-1.7\n示例\n%%EOF\n');

interface Sent {
  status: number;
  body: { id?: string; sha256?: string; size?: number; errors?: { extensions: { code: string } }[] };
  text: string;
  headers: Headers;
}

/** Sends a file in, a PDF unless told otherwise. */
export async function sendIn(
  app: Pick<App, 'origin'>,
  who: { token: string } | undefined,
  content: Uint8Array | ReadableStream = PDF,
  { name = '示例.pdf', type = 'application/pdf', ...more }: Record<string, string> = {},
): Promise<Sent> {
  const init: RequestInit & { duplex?: 'half' } = {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-file-name': encodeURIComponent(name),
      ...(who && { authorization: `Bearer ${who.token}` }),
      ...more,
    },
    body: content as never,
  };
  if (content instanceof ReadableStream) init.duplex = 'half';
  const response = await fetch(`${app.origin}/files`, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

/** The id of a file that was sent in, as clients know it and as the database does. */
export async function fileOf(app: App, who: { token: string }, content = PDF) {
  const { body } = await sendIn(app, who, content);
  return { globalId: body.id!, id: fromGlobalId(body.id!)!.id, sha256: body.sha256! };
}

/** Gets a file, or whatever is at the path. */
export function getFile(
  app: Pick<App, 'origin'>,
  who: { token: string } | undefined,
  id: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = { ...(who && { authorization: `Bearer ${who.token}` }), ...(init.headers as object) };
  return fetch(`${app.origin}/files/${encodeURIComponent(id)}`, { ...init, headers });
}

/** The outline of an archive that has these entries. */
export function zip(...names: string[]): Buffer {
  const parts = names.map((name) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, Buffer.from(name), deflateRawSync(Buffer.from('示例'))]);
  });
  return Buffer.concat([...parts, ...names.map((name) => Buffer.from(`PK\x01\x02${name}`))]);
}

/** In parts, without a length ahead. */
export function streamed(content: Buffer): ReadableStream {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= content.length) return controller.close();
      controller.enqueue(new Uint8Array(content.subarray(sent, sent + 65_536)));
      sent += 65_536;
    },
  });
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
