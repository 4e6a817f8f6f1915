import { expect, test } from 'vitest';
import { startApp, startSharedApp } from '../kit/app.ts';
import { post, type Reply, send } from '../kit/wire.ts';

const LISTED = ['https://a.example', 'https://b.example'];
const app = await startSharedApp('empty', { corsOrigins: LISTED });
const TYPENAME = JSON.stringify({ query: '{ __typename }' });

/** The headers that browsers judge by. */
function grants({ headers }: Reply) {
  return Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control')));
}

function preflight(origin: string) {
  const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  return send(app, '/graphql', { method: 'OPTIONS', headers: { origin, ...asked } });
}

test('a page of a listed origin may ask, and read answers and errors', async () => {
  for (const origin of LISTED) {
    const read = { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'x-request-id' };
    const asked = await preflight(origin);
    expect([asked.status, asked.text, grants(asked)]).toEqual([
      204,
      '',
      {
        ...read,
        'access-control-allow-headers': 'authorization, content-type, x-file-name, x-request-id',
        'access-control-allow-methods': 'GET, POST',
        'access-control-max-age': '600',
      },
    ]);
    expect(grants(await post(app, TYPENAME, { origin }))).toEqual(read);
    expect(grants(await post(app, 'a'.repeat(1_000_001), { origin }))).toEqual(read);
  }
});

test.each(['https://c.example', 'null', 'https://a.example.evil.example', 'http://a.example', '*'])(
  'a page of the origin %s may not',
  async (origin) => {
    const replies = [await preflight(origin), await post(app, TYPENAME, { origin })];
    expect(replies.map((reply) => [grants(reply), reply.headers.get('vary')])).toEqual([
      [{}, 'origin'],
      [{}, 'origin'],
    ]);
  },
);

test('no origin is listed unless somebody lists it', async () => {
  const closed = await startApp('empty');
  const reply = await post(closed, TYPENAME, { origin: 'https://a.example' });
  expect([reply.status, grants(reply), reply.headers.get('vary')]).toEqual([200, {}, null]);
});
