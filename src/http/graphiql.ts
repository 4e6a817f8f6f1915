import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { inProject } from '../platform/root.ts';
import { answer } from './answer.ts';

type Encoding = 'br' | 'gzip';

interface Page {
  readonly etag: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

let page: Promise<Page> | undefined;

/** Whether a person's browser asks, as opposed to a program. */
export function wantsPage({ method, headers, url = '' }: IncomingMessage): boolean {
  return method === 'GET' && !!headers.accept?.includes('text/html') && !/[?&]query=.*[?&]raw\b/.test(url);
}

/** GraphiQL, whole in one page: nothing is loaded from elsewhere. Made and compressed once, and cached by browsers. */
export async function sendGraphiql(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { etag, bodies } = await (page ??= makePage());
  const headers = { etag, 'cache-control': 'no-cache', vary: 'accept, accept-encoding' };
  if (request.headers['if-none-match'] === etag) return answer(response, 304, headers);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding: Encoding = /\bbr\b/.test(accepted) ? 'br' : 'gzip';
  answer(
    response,
    200,
    { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-encoding': encoding, ...SECURITY },
    bodies[encoding],
  );
}

/** Inline scripts and their workers are all the page needs; it talks to no other server. */
const SECURITY = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src 'unsafe-inline'",
    'worker-src blob:',
    "connect-src 'self'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

async function makePage(): Promise<Page> {
  // Nine megabytes of script: read only where the page is wanted.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'Jiangong 建功',
    defaultTabs: await tabs(),
    shouldPersistHeaders: false,
  } as Parameters<typeof renderGraphiQL>[0]);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(html),
  ]);
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  return { etag, bodies: { br, gzip: gz } };
}

/** One tab for each file of operations, in the order of their names. */
async function tabs(): Promise<{ query: string }[]> {
  const folder = inProject('schema', 'operations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(names.map(async (name) => ({ query: await readFile(join(folder, name), 'utf8') })));
}
