import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { entry } from '../platform/loaders.ts';
import { inProject } from '../platform/root.ts';
import { answer } from './answer.ts';
import type { Account } from './authenticate.ts';
import { offeredTo } from './offered.ts';

type Encoding = 'br' | 'gzip' | 'identity';

interface Page {
  readonly etag: string;
  readonly policy: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

/** By what stands in the headers tab. */
const pages = new Map<string, Promise<Page>>();

/** Whether a person's browser asks, as opposed to a program. */
export function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && !!headers.accept?.includes('text/html');
}

/** GraphiQL, whole in one page: nothing is loaded from elsewhere. Made and compressed once, and cached by browsers. */
export async function sendGraphiql(
  request: IncomingMessage,
  response: ServerResponse,
  accounts: readonly Account[] = [],
): Promise<void> {
  const headers = offeredTo(request, accounts);
  const { etag, policy, bodies } = await entry(pages, headers, () => makePage(headers));
  const head = { etag, 'cache-control': 'no-cache', vary: 'accept, accept-encoding' };
  if (request.headers['if-none-match']?.includes(etag)) {
    response.writeHead(304, head).end();
    return;
  }
  const encoding = encodingFor(request);
  answer(
    response,
    200,
    {
      ...head,
      'content-type': 'text/html; charset=utf-8',
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
    bodies[encoding],
  );
}

function encodingFor({ headers }: IncomingMessage): Encoding {
  const accepted = String(headers['accept-encoding'] ?? '');
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

async function makePage(headers: string): Promise<Page> {
  // Nine megabytes of script: read only where the page is wanted.
  const { css, js, ...workers } = await import('@graphql-yoga/render-graphiql/graphiql');
  const scripts = [withWorkers(workers), js, start(await tabs(headers), headers)];
  const html = Buffer.from(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Jiangong 建功</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(LOGO)}">
<style>${css}${CSS}</style>
</head>
<body class="no-focus-outline">
<noscript>GraphiQL needs JavaScript. Queries can be sent to this address with POST as well.</noscript>
<div id="root"></div>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    promisify(gzip)(html),
  ]);
  return {
    etag: `"${sha256(html, 'base64url').slice(0, 22)}"`,
    policy: policyFor(scripts),
    bodies: { br, gzip: gz, identity: html },
  };
}

/** These very scripts and their workers are all that may run; the page talks to this server alone. */
function policyFor(scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.map((script) => `'sha256-${sha256(script, 'base64')}'`).join(' ')}`,
    'worker-src blob:',
    // The editor makes style elements and attributes as it goes.
    "style-src 'unsafe-inline'",
    "connect-src 'self'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function sha256(data: string | Buffer, encoding: 'base64' | 'base64url'): string {
  return createHash('sha256').update(data).digest(encoding);
}

interface Workers {
  readonly editorWorkerService: string;
  readonly graphqlWorker: string;
  readonly jsonWorker: string;
}

/** The editor asks for its workers by these labels. */
function withWorkers({ editorWorkerService, graphqlWorker: graphql, jsonWorker: json }: Workers): string {
  return `
const workers = ${literal({ editorWorkerService, graphql, json })};
for (const label in workers)
  workers[label] = URL.createObjectURL(new Blob([workers[label]], { type: 'text/javascript' }));
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => workers[label] };`;
}

/**
 * Tabs are kept under a name of our own, as other servers' pages at the same address keep theirs too. A query
 * in the address opens in a tab and leaves the address, which edits would otherwise make too long to load again.
 */
function start(defaultTabs: readonly object[], headers: string): string {
  return `
{
  const given = new URLSearchParams(location.search);
  const query = given.get('query') ?? undefined;
  const variables = given.get('variables') ?? undefined;
  if (query) history.replaceState({}, '', location.pathname);
  const ours = 'jiangong:';
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(ours));
  YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    // Browsers forget a page once something is posted to its very address.
    endpoint: location.pathname + '?',
    title: 'Jiangong 建功',
    logo: ${literal(LOGO)},
    defaultTabs: [...(query ? [{ query, variables }] : []), ...${literal(defaultTabs)}],
    query,
    variables,${headers && `\n    defaultHeaders: ${literal(headers)},`}
    shouldPersistHeaders: false,
    onEditQuery() {},
    storage: {
      getItem: (key) => localStorage.getItem(ours + key),
      setItem: (key, value) => localStorage.setItem(ours + key, value),
      removeItem: (key) => localStorage.removeItem(ours + key),
      clear: () => keys().forEach((key) => localStorage.removeItem(key)),
      get length() { return keys().length; },
    },
  });
}`;
}

/** One tab for each file of operations, in the order of the numbers that their names begin with. */
async function tabs(headers: string): Promise<{ query: string; headers?: string }[]> {
  const folder = inProject('schema', 'operations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql'));
  names.sort(new Intl.Collator('en', { numeric: true }).compare);
  return Promise.all(
    names.map(async (name) => ({
      query: await readFile(join(folder, name), 'utf8'),
      ...(headers && { headers }),
    })),
  );
}

/** JSON that can stand in a script: no tag begins or ends in it. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/**
 * GraphiQL animates a tab that takes the focus from where it never was, so that it flees from the click;
 * and the editor takes Chinese punctuation for Latin in disguise.
 */
const CSS = `
.graphiql-tab { transform: none !important }
.graphiql-logo { white-space: nowrap }
.graphiql-container .monaco-editor .unicode-highlight { border: 0; background: none }
`;

/** The three steps that winners stand on. */
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">' +
  '<rect width="32" height="32" rx="7" fill="#c8102e"/>' +
  '<path d="M5 19h7v7H5zM12.5 8h7v18h-7zM20 14h7v12h-7z" fill="#fff"/></svg>';
