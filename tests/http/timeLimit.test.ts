import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, onTestFinished, test } from 'vitest';
import type { Driver } from '../../src/platform/driver.ts';
import { UnavailableError } from '../../src/platform/errors.ts';
import { postgres } from '../../src/platform/postgres.ts';
import { type App, startApp } from '../kit/app.ts';
import { send } from '../kit/wire.ts';

const server = process.env.TEST_DATABASE_URL;
const TIME_LIMIT = 1500;
const QUERY = '{ regions { totalCount } }';

/** Reads that take half a minute on the server and never end on the embedded one. */
function asleep(driver: Driver): Driver {
  if (driver.isEmbedded) return { ...driver, query: () => new Promise(() => {}) };
  return {
    ...driver,
    query: (_text, _values, signal) => driver.query('select pg_sleep(30) as totalcount', [], signal),
    bytes: (_text, _values, signal) => driver.bytes!('select pg_sleep(30)::text', [], signal),
  };
}

function failing(driver: Driver): Driver {
  return { ...driver, query: () => Promise.reject(new UnavailableError()), bytes: undefined };
}

const TIMEOUT = {
  status: 200,
  errors: [
    {
      message: 'This took more than 1.5 seconds and was stopped. Ask for less at once.',
      extensions: { code: 'TIMEOUT' },
    },
  ],
};

test('an operation that takes too long is answered with TIMEOUT', async () => {
  const app = await startApp('empty', { timeLimit: TIME_LIMIT, wrap: asleep });
  const { extensions, ...answer } = await app.ask(QUERY);
  expect(answer).toEqual(TIMEOUT);
});

describe.skipIf(!server)('on a server', () => {
  /** The statements that still sleep in the app's database. */
  async function sleepers(app: App): Promise<number> {
    const [row] = await app.db.prisma.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()`;
    return row!.count;
  }

  /** Waits until that many statements sleep, for less than they would by themselves. */
  async function sleeping(app: App, count: number): Promise<void> {
    const end = performance.now() + 10_000;
    while ((await sleepers(app)) !== count && performance.now() < end) await wait(20);
    expect(await sleepers(app)).toBe(count);
  }

  test('its statement is stopped too', async () => {
    const app = await startApp('empty', { timeLimit: TIME_LIMIT, wrap: asleep });
    const answer = app.ask(QUERY);
    await sleeping(app, 1);
    await answer;
    await sleeping(app, 0);
  });

  test('the statement of a client that has gone is stopped', async () => {
    const app = await startApp('empty', { wrap: asleep });
    const client = new AbortController();
    const answer = send(app, `/graphql?query=${QUERY}`, { signal: client.signal });
    await sleeping(app, 1);
    client.abort();
    await expect(answer).rejects.toThrow('This operation was aborted');
    await sleeping(app, 0);
  });

  test('what waits for a connection when its time is up does not begin', async () => {
    const app = await startApp('empty', { timeLimit: TIME_LIMIT, wrap: asleep });
    const answers = await Promise.all(Array.from({ length: 30 }, () => app.ask(QUERY)));
    expect(answers.map(({ errors }) => errors![0]!.extensions.code)).toEqual(answers.map(() => 'TIMEOUT'));
    await sleeping(app, 0);
  });
});

const UNAVAILABLE = {
  message: 'The database does not answer. Try again in a few seconds.',
  locations: [{ line: 1, column: 13 }],
  path: ['regions', 'totalCount'],
  extensions: { code: 'UNAVAILABLE' },
};

test('without a database the server answers UNAVAILABLE, lives, and is not ready', async () => {
  const app = await startApp('empty', { wrap: failing });
  const { status, data, errors } = await app.ask(QUERY);
  expect({ status, data, errors }).toEqual({ status: 200, data: null, errors: [UNAVAILABLE] });
  const [health, ready] = await Promise.all([send(app, '/health'), send(app, '/ready')]);
  expect([health.status, health.text]).toEqual([200, '{"status":"ok"}']);
  expect([ready.status, ready.text]).toEqual([503, '{"status":"unavailable"}']);
});

test('an address where no database listens is as good as none', async () => {
  const nowhere = postgres('postgresql://root@127.0.0.1:1/nothing');
  onTestFinished(() => nowhere.close());
  const app = await startApp('empty', {
    wrap: (driver) => ({ ...driver, query: nowhere.query, bytes: nowhere.bytes }),
  });
  const { status, errors } = await app.ask(QUERY);
  expect({ status, errors }).toEqual({ status: 200, errors: [UNAVAILABLE] });
  expect((await send(app, '/ready')).status).toBe(503);
});

test('the server is ready until it stops', async () => {
  let isStopping = false;
  const app = await startApp('empty', { isStopping: () => isStopping });
  const state = async () => {
    const { status, text } = await send(app, '/ready');
    return [status, text];
  };
  expect(await state()).toEqual([200, '{"status":"ready"}']);
  isStopping = true;
  expect(await state()).toEqual([503, '{"status":"stopping"}']);
  expect((await send(app, '/health')).status).toBe(200);
});
