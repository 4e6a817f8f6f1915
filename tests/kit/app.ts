import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLClient } from 'graphql-request';
import { pino } from 'pino';
import { afterAll, inject, onTestFinished } from 'vitest';
import type { Account } from '../../src/http/authenticate.ts';
import { listener } from '../../src/http/listener.ts';
import { Rates } from '../../src/http/rates.ts';
import { type Database, openDatabase, readsOf } from '../../src/platform/database.ts';
import type { Driver } from '../../src/platform/driver.ts';
import { filesIn } from '../../src/platform/files.ts';
import { createServer, type ServerOptions } from '../../src/server.ts';
import { builders } from './builders.ts';
import { comparing } from './comparing.ts';
import { registryBuilders } from './registry.ts';
import { type Content, copyOf } from './templates.ts';

export const NOON = new Date('2026-05-01T12:00:00Z');

type Given = 'rates' | 'graphiql' | 'corsOrigins' | 'isStopping' | 'timeLimit' | 'authentication' | 'now';
type Options = Partial<Pick<ServerOptions, Given>> & {
  /** Puts another driver before the real one. */
  wrap?: (driver: Driver) => Driver;
  /** Makes accounts that stand for somebody here. */
  accounts?: (db: Database) => Promise<readonly Account[]>;
};

/** For one test: a private database, the real server on a port of its own, and a client. */
export async function startApp(content: Content = 'empty', options: Options = {}) {
  const app = await start(content, options);
  onTestFinished(app.close);
  return app;
}

/** The same for all tests of a file, which then only read. Called at the top of the file. */
export async function startSharedApp(content: Content, options: Options = {}) {
  const app = await start(content, options);
  afterAll(app.close);
  return app;
}

export type App = Awaited<ReturnType<typeof start>>;

async function start(content: Content, { wrap = (driver) => driver, accounts, ...options }: Options) {
  const { driver, remove } = await copyOf(inject('templates')[content]);
  const reads: string[] = [];
  const compiledReads: string[] = [];
  const logged: string[] = [];
  const wrapped = wrap(driver);
  const db = openDatabase(wrapped, (text) => reads.push(text));
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  // A test asks more in a minute than people do.
  const rates = new Rates({ requests: 1e9, nodes: 1e12, failedSignIns: 1e9 });
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-files-'));
  const files = filesIn(folder);
  const common = { log, files, now: () => NOON, rates, ...options };
  if (accounts) common.authentication = { ...options.authentication, accounts: await accounts(db) };
  const server = await listening({
    ...common,
    db: { ...db, ...readsOf(wrapped, (text) => compiledReads.push(text)) },
  });
  const executing = await listening({ ...common, db, compiles: false });
  const { origin } = server;
  const url = `${origin}/graphql`;
  const fetchBoth = comparing(executing.origin);
  const client = new GraphQLClient(url, { fetch: fetchBoth });
  const make = builders(db.prisma);

  return {
    db,
    files,
    /** Where files are kept that are sent in. */
    folder,
    /** Statements of what was executed, field by field. */
    reads,
    /** Statements of the same requests where they were compiled. */
    compiledReads,
    /** Lines of the log, as JSON. */
    logged,
    server: server.http,
    origin,
    url,
    client,
    ...make,
    ...registryBuilders(db.prisma, make),
    /** The whole answer to a document: status, data, errors and extensions. */
    async ask<Data = Record<string, unknown>>(
      query: string,
      variables: object = {},
      headers: Readonly<Record<string, string>> = {},
    ): Promise<Answer<Data>> {
      const response = await fetchBoth(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as object) } as Answer<Data>;
    },
    /** The statements that `work` reads with where its requests are executed. */
    async statements(work: () => Promise<unknown>): Promise<string[]> {
      reads.length = 0;
      compiledReads.length = 0;
      await work();
      return [...reads];
    },
    async close() {
      await server.close();
      await executing.close();
      await db.close();
      await remove();
      await rm(folder, { recursive: true });
    },
  };
}

async function listening(options: ServerOptions) {
  const http = listener(createServer(options));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    http,
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

export interface Answer<Data> {
  status: number;
  data?: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}
