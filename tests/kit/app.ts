import type { AddressInfo } from 'node:net';
import { GraphQLClient } from 'graphql-request';
import { pino } from 'pino';
import { afterAll, inject, onTestFinished } from 'vitest';
import { listener } from '../../src/http/listener.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Driver } from '../../src/platform/driver.ts';
import { createServer, type ServerOptions } from '../../src/server.ts';
import { builders } from './builders.ts';
import { registryBuilders } from './registry.ts';
import { type Content, copyOf } from './templates.ts';

export const NOON = new Date('2026-05-01T12:00:00Z');

type Given = 'graphiql' | 'corsOrigins' | 'isStopping' | 'timeLimit' | 'authentication' | 'now';
type Options = Partial<Pick<ServerOptions, Given>> & {
  /** Puts another driver before the real one. */
  wrap?: (driver: Driver) => Driver;
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

async function start(content: Content, { wrap = (driver) => driver, ...options }: Options) {
  const { driver, remove } = await copyOf(inject('templates')[content]);
  const reads: string[] = [];
  const logged: string[] = [];
  const db = openDatabase(wrap(driver), (text) => reads.push(text));
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  const server = listener(createServer({ db, log, now: () => NOON, ...options }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${origin}/graphql`;
  const client = new GraphQLClient(url);
  const make = builders(db.prisma);

  return {
    db,
    reads,
    /** Lines of the log, as JSON. */
    logged,
    server,
    origin,
    url,
    client,
    ...make,
    ...registryBuilders(db.prisma, make),
    /** The whole answer to a document: status, data, errors and extensions. */
    async ask<Data = Record<string, unknown>>(query: string, variables: object = {}): Promise<Answer<Data>> {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as object) } as Answer<Data>;
    },
    /** The statements that `work` reads with. */
    async statements(work: () => Promise<unknown>): Promise<string[]> {
      reads.length = 0;
      await work();
      return [...reads];
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await db.close();
      await remove();
    },
  };
}

export interface Answer<Data> {
  status: number;
  data?: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}
