import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RATES, Rates } from '../../src/http/rates.ts';
import { type App, startApp } from '../kit/app.ts';
import { people } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';
import { post, type Reply, refusal } from '../kit/wire.ts';

const signIn = await startSignIn();
const ONE = '{ viewer { actor { kind } } }';
/** 101 nodes. */
const MANY = '{ regions(first: 100) { nodes { name } } }';

// The clock alone: what the server itself waits for goes on.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const ask = (app: App, token: string | undefined, query = ONE) =>
  post(app, JSON.stringify({ query }), token ? { authorization: `Bearer ${token}` } : {});

async function limited(most: Partial<typeof RATES> = {}) {
  const rates = new Rates({ ...RATES, ...most });
  const app = await startApp('empty', { authentication: signIn.authentication, rates });
  const person = people(app, signIn);
  return { app, one: (await person('ADMIN')).token, other: (await person('ADMIN')).token };
}
/** How often each status came. */
function statuses(replies: readonly Reply[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe('within a minute', () => {
  test('600 requests of one caller are answered, and no more; another caller is not disturbed', async () => {
    const { app, one, other } = await limited();
    const all = await Promise.all(Array.from({ length: 700 }, () => ask(app, one)));
    expect(statuses(all)).toEqual({ 200: 600, 429: 100 });
    const refused = await ask(app, one);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refusal(refused)).toEqual([
      429,
      'RATE_LIMITED',
      `These were too many requests, or nodes that they could return, within a minute. Try again in ${wait} s.`,
    ]);
    expect((await ask(app, other)).status).toBe(200);
    expect((await ask(app, undefined)).status).toBe(200);

    vi.setSystemTime(Date.now() + wait * 1000);
    expect((await ask(app, one)).status).toBe(200);
  });

  test('as many nodes as one caller may ask for; what goes beyond is still answered, and the next one waits', async () => {
    const { app, one, other } = await limited({ nodes: 250 as never });
    const all: Reply[] = [];
    for (let n = 0; n < 5; n++) all.push(await ask(app, one, MANY));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect((await ask(app, one)).status).toBe(429);
    expect((await ask(app, other, MANY)).status).toBe(200);
    vi.setSystemTime(Date.now() + 60_000);
    expect((await ask(app, one, MANY)).status).toBe(200);
  });

  test('60 tries to sign in may fail', async () => {
    const { app, one } = await limited();
    const key = `jg_aaaaaaaa_${'b'.repeat(40)}`;
    const all: Reply[] = [];
    for (let n = 0; n < 62; n++) all.push(await ask(app, key));
    expect(statuses(all)).toEqual({ 401: 60, 429: 2 });
    // Nor is it told whether another one would do.
    expect((await ask(app, one)).status).toBe(429);
    expect((await ask(app, undefined)).status).toBe(200);
    vi.setSystemTime(Date.now() + 60_000);
    expect((await ask(app, one)).status).toBe(200);
  });
});

test('who has signed in may ask for more at once', async () => {
  const { app, one } = await limited();
  const big = `{ regions(first: 100) { nodes { children(first: 100) { nodes { a: children(first: 3) { nodes { name } } } } } } }`;
  expect((await ask(app, undefined, big)).body).toEqual({
    errors: [
      {
        message: 'Too much at once: nodes 40100, at most 20000.',
        extensions: expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
      },
    ],
  });
  expect((await ask(app, one, big)).body).toMatchObject({
    data: { regions: { nodes: [] } },
    extensions: { cost: { nodes: 40_100, most: 100_000 } },
  });
  const bigger = big.replace('first: 3', 'first: 10');
  expect((await ask(app, one, bigger)).body.errors).toMatchObject([
    { extensions: { code: 'LIMIT_EXCEEDED' } },
  ]);
});

test('where the schema is closed, who has signed in is told of it, and strangers are not', async () => {
  const app = await startApp('empty', { authentication: signIn.authentication, graphiql: false });
  const { token } = await people(app, signIn)();
  const introspection = '{ __schema { queryType { name } } }';
  const told = { data: { __schema: { queryType: { name: 'Query' } } } };
  for (let again = 0; again < 2; again++) {
    expect((await ask(app, token, introspection)).body).toMatchObject(told);
    const { data, errors } = (await ask(app, undefined, introspection)).body;
    expect([data, errors![0]!.extensions.code]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
  }
});
