import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../src/platform/root.ts';
import { startSharedApp } from '../kit/app.ts';
import { post, send } from '../kit/wire.ts';

const app = await startSharedApp('empty');
const closed = await startSharedApp('empty', { graphiql: false });

/** What browsers send for a page. */
const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const QUERY = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
const ANSWER = { data: { __typename: 'Query' } };

const open = (headers: Record<string, string> = {}, path = '/graphql', on = app) =>
  send(on, path, { headers: { accept: ACCEPT, ...headers } });

describe('a browser gets GraphiQL', () => {
  test('at /graphql, and is led there from /', async () => {
    const { status, headers, text } = await open();
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<title>Jiangong 建功</title>');

    const root = await open({}, '/');
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
  });

  test('also where the address holds a query, for the page to open', async () => {
    const { headers, text } = await open({}, QUERY);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toBe((await open()).text);
  });

  test('unless it is off', async () => {
    const { status, headers, text } = await open({}, '/graphql', closed);
    expect([status, headers.get('content-type')]).not.toEqual([200, 'text/html; charset=utf-8']);
    expect(text).not.toContain('GraphiQL');
    expect((await open({}, '/', closed)).status).toBe(404);
  });
});

describe('a program gets answers', () => {
  test('to POST, even if it takes HTML', async () => {
    const { body } = await post(app, JSON.stringify({ query: '{ __typename }' }), { accept: ACCEPT });
    expect(body).toMatchObject(ANSWER);
  });

  test('to GET, if it does not ask for HTML', async () => {
    const { body } = await open({ accept: 'application/json' }, QUERY);
    expect(body).toMatchObject(ANSWER);
  });
});

describe('the page', () => {
  test('is compressed as the browser can take it, to a third or less', async () => {
    const sizes: Record<string, number> = {};
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { headers, text } = await open({ 'accept-encoding': encoding });
      expect(headers.get('content-encoding') ?? 'identity').toBe(encoding);
      expect(headers.get('vary')).toBe('accept, accept-encoding');
      expect(text).toContain('</html>');
      sizes[encoding] = Number(headers.get('content-length'));
    }
    expect(sizes.br).toBeLessThan(2_000_000);
    expect(sizes.gzip).toBeLessThan(sizes.identity! / 3);
  });

  test('is sent once, until it changes', async () => {
    const first = await open();
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');

    const again = await open({ 'if-none-match': etag });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await open({ 'if-none-match': '"another"' })).status).toBe(200);
  });

  test('may run its own scripts alone and talk to this server alone', async () => {
    const { headers, text } = await open();
    const scripts = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => hash(script!));
    expect(scripts).toHaveLength(3);
    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${scripts.join(' ')}`,
      'worker-src blob:',
      "style-src 'unsafe-inline'",
      "connect-src 'self'",
      'img-src data:',
      'font-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('loads nothing from anywhere', async () => {
    const { text } = await open();
    const markup = text.replace(/<(script|style)>.*?<\/\1>/gs, '');
    const loaded = [...markup.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(loaded).toEqual([expect.stringMatching(/^data:image\/svg\+xml,/)]);

    const styles = [...text.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style]) => style).join();
    const fromStyles = [...styles.matchAll(/url\(["']?([^)]{0,40})|@import[^;]*/g)].map(
      ([all, url]) => url ?? all,
    );
    expect(fromStyles.filter((url) => !/^(data:|#)/.test(url))).toEqual([]);
  });

  test('has a tab for each file of operations, in the order of their numbers', async () => {
    const { text } = await open();
    const folder = inProject('schema', 'operations');
    const files = (await readdir(folder)).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
    const queries = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
    const tabs = JSON.stringify(queries.map((query) => ({ query })));
    expect(text).toContain(`...${tabs}]`);
  });
});

function hash(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
