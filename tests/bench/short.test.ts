import type { RequestListener } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { pino } from 'pino';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/platform/database.ts';
import { postgres } from '../../src/platform/postgres.ts';
import { createServer } from '../../src/server.ts';
import { administer, databaseUrl } from '../kit/templates.ts';
import { type Answered, answersOf } from './check.ts';
import type { Contestant } from './contestant.ts';
import { ranked } from './databases.ts';
import { jiangong } from './jiangong.ts';
import { limit } from './limit/contestant.ts';
import { answering } from './limit/server.ts';
import { type CountingProxy, countingProxy } from './proxy.ts';
import { type Asking, askings } from './subjects.ts';
import { QUESTIONS } from './workload/questions.ts';

const SERVER = process.env.TEST_DATABASE_URL;
const REQUESTS = 10;

test.skipIf(!SERVER)(
  'answers every question of the benchmark as the statements written by hand do',
  async () => {
    const url = await demonstration();
    await ranked(url);
    const asked = await askings(QUESTIONS, url);

    const proxy = await through(url);
    const pool = new pg.Pool({ connectionString: proxy.url, options: '-c timezone=UTC' });
    onTestFinished(() => pool.end());
    const expected = await answered(limit, answering(pool), proxy, asked);

    const other = await through(url);
    const db = openDatabase(postgres(other.url));
    onTestFinished(() => db.close());
    const log = pino({ enabled: false });
    const found = await answered(jiangong, createServer({ db, log }), other, asked);

    expect(answers(found)).toEqual(answers(expected));
    expect(mostStatements(expected)).toEqual(Object.fromEntries(QUESTIONS.map(({ name }) => [name, 1])));
    expect(mostStatements(found)).toEqual({
      list: 1,
      competitions: 1,
      studios: 1,
      node: 1,
      facets: 1,
      deep: 1,
      search: 1,
      dashboard: 1,
      standing: 1,
      stateOfPlay: 1,
    });
  },
);

/** A copy of the demonstration year on the server; gives its URL. */
async function demonstration(): Promise<string> {
  const template = inject('templates').demo as { name: string };
  const name = `bench_${process.pid}`;
  await administer(SERVER!, `create database ${name} template ${template.name}`);
  onTestFinished(() => administer(SERVER!, `drop database ${name} with (force)`));
  return databaseUrl(SERVER!, name);
}

async function through(url: string): Promise<CountingProxy> {
  const proxy = await countingProxy(url);
  onTestFinished(() => proxy.close());
  return proxy;
}

async function answered(
  contestant: Contestant,
  listener: RequestListener,
  proxy: CountingProxy,
  asked: readonly Asking[],
): Promise<Answered[]> {
  const server = createHttpServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${contestant.path}`;
  return answersOf({ contestant, url }, proxy, asked, REQUESTS);
}

function answers(answered: readonly Answered[]) {
  return Object.fromEntries(answered.map(({ question, answers }) => [question, answers]));
}

function mostStatements(answered: readonly Answered[]) {
  return Object.fromEntries(
    answered.map(({ question, statements }) => [
      question,
      Math.max(...statements.map(({ length }) => length)),
    ]),
  );
}
