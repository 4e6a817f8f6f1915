import { existsSync, readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, onTestFinished, test } from 'vitest';
import { newServerDatabase, SERVER } from '../kit/databases.ts';
import {
  COUNTS,
  loadedFolders,
  locksIn,
  newFolder,
  PROJECTS,
  run,
  startServer,
  WHOLE,
} from '../kit/program.ts';
import { databaseUrl } from '../kit/templates.ts';
import { answersUntilEnd, slowClient, traffic } from '../kit/traffic.ts';

const TABLES = [
  'regions',
  'sources',
  'organizations',
  'indicators',
  'observations',
  'initiatives',
  'award types',
  'scoring templates',
  'calendar days',
];
const MADE_UP = [
  ...['organization', 'organization succession', 'organization identifier', 'person', 'committee'],
  ...['committee member', 'decision', 'project', 'project participant', 'studio', 'studio member'],
  ...['studio partner', 'studio title', 'innovation group', 'mentor pair', 'innovation result'],
  ...['result contributor', 'result adoption', 'competition', 'competition host', 'track', 'stage'],
  ...['metric', 'entry', 'award grant', 'user account', 'role assignment', 'scoring scheme', 'standing'],
  ...['standing row', 'change event', 'workflow event', 'stage summary', 'committee meeting'],
  ...['meeting attendance', 'state of play snapshot', 'action item', 'shortlist', 'public notice'],
  ...['quota rule', 'shortlist candidate', 'objection', 'selection reason', 'criterion'],
  ...['assessor assignment', 'score sheet', 'score item', 'veto', 'standing part', 'metric value'],
];
const PAGE = '{ observations(first: 20) { nodes { code value region { name } source { title } } } }';

const loadedFolder = await loadedFolders();
const published = inject('templates').published;
const databases: [string, () => Promise<Record<string, string>>][] = [
  ['the embedded database', async () => ({ DATA_DIR: loadedFolder() })],
];
if ('name' in published)
  databases.push(['a server', async () => ({ DATABASE_URL: await newServerDatabase(published.name) })]);

test('the first start makes, migrates and loads the database, and listens; the second one only listens', async () => {
  const folder = join(newFolder(), 'data');
  const first = await startServer({ DATA_DIR: folder });
  expect(first.messages()).toEqual([
    ...TABLES.map((table) => `loaded ${table}`),
    ...MADE_UP.map((table) => `loaded demo ${table}`),
    `listening on ${first.url()}`,
  ]);
  expect(await first.ask(COUNTS)).toEqual(WHOLE);
  expect(await first.ask(PROJECTS)).toEqual({ projects: { totalCount: 278 } });
  expect(await first.kill('SIGTERM')).toEqual({ code: 0, signal: null });

  const second = await startServer({ DATA_DIR: folder });
  expect(second.messages()).toEqual([`listening on ${second.url()}`]);
  expect(await second.ask(COUNTS)).toEqual(WHOLE);
  expect(await second.ask(PROJECTS)).toEqual({ projects: { totalCount: 278 } });
  expect(readdirSync(folder)).toEqual(['lock.2', 'postgres']);
}, 400_000);

test.each(databases)('nothing is made up unasked in %s that has the figures already', async (_, database) => {
  const server = await startServer(await database());
  expect(server.messages()).toEqual([`listening on ${server.url()}`]);
  expect(await server.ask(PROJECTS)).toEqual({ projects: { totalCount: 0 } });
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s stops the server and gives the folder back',
  async (signal) => {
    const folder = loadedFolder();
    const server = await startServer({ DATA_DIR: folder });
    expect(readdirSync(folder)).toEqual(['lock.1', 'postgres']);
    expect(await server.kill(signal)).toEqual({ code: 0, signal: null });
    expect(server.log().slice(-2)).toMatchObject([{ msg: 'stopping', reason: signal }, { msg: 'stopped' }]);
    expect(locksIn(folder)).toEqual({ 'lock.1': '' });
  },
);

test('a signal that comes twice, as through npm from a terminal, stops the server once', async () => {
  const server = await startServer({ DATA_DIR: loadedFolder() });
  const { ended } = traffic(server.url()!, 5, PAGE);
  await sleep(200);
  server.kill('SIGINT');
  await server.until(() => server.messages().includes('stopping'));
  expect(await server.kill('SIGINT')).toEqual({ code: 0, signal: null });
  expect(server.messages().slice(-2)).toEqual(['stopping', 'stopped']);
  await ended;
});

test.each(databases)(
  'SIGTERM under load, on %s, fails no accepted request, and /ready tells of it at once',
  async (_, database) => {
    const server = await startServer(await database());
    const { outcomes, ended } = traffic(server.url()!, 20, PAGE);
    const ready = answersUntilEnd(new URL('/ready', server.url()));
    await server.until(() => (outcomes['200, whole'] ?? 0) > 200);
    const stopped = server.kill('SIGTERM');
    const started = Date.now();

    expect(await stopped).toEqual({ code: 0, signal: null });
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(await ended).toEqual({ '200, whole': expect.any(Number), ECONNREFUSED: 20 });
    expect(await ready).toEqual(['200 {"status":"ready"}', '503 {"status":"stopping"}']);
    const requests = server.log().filter(({ path }) => path === '/graphql');
    expect(requests.filter(({ status, answered }) => status !== 200 || !answered)).toEqual([]);
    expect(requests.length).toBe(outcomes['200, whole']);
  },
);

test('after SIGTERM a slow client is answered, and one that never ends its request is not waited for', async () => {
  const server = await startServer({ DATA_DIR: loadedFolder() });
  const [slow, endless] = [1, 2].map(() => slowClient(server.url()!, '{"query": "{ __type', 'name }"}'));
  await Promise.all([slow!.begun, endless!.begun]);
  const started = Date.now();
  const stopped = server.kill('SIGTERM');
  await sleep(2000);
  slow!.finish();
  expect(await slow!.answer).toMatch(
    /^HTTP\/1\.1 200 OK\r\n.*\r\nconnection: close\r\n.*"__typename":"Query"/is,
  );
  expect(await stopped).toEqual({ code: 0, signal: null });
  expect(await endless!.answer).toBe('');
  expect(Date.now() - started).toBeLessThan(10_000);
});

test('all wrong variables are told at once, and nothing is made', async () => {
  const folder = join(newFolder(), 'data');
  const { code, output, errors } = await run('main', {
    DATA_DIR: folder,
    PORT: '70000',
    DATABASE_URL: 'mysql://root:s3cret@localhost/test',
    DATABASE_CONNECTIONS: 'many',
    GRAPHIQL: 'yes',
    LOG_LEVEL: 'loud',
  });
  expect({ code, errors }).toEqual({
    code: 78,
    errors: `The configuration has faults:
  PORT: Too big: expected number to be <=65535
  DATABASE_URL: expected postgresql://user:password@host:port/database
  DATABASE_CONNECTIONS: Invalid input: expected number, received NaN
  GRAPHIQL: Invalid option: expected one of "on"|"off"
  LOG_LEVEL: Invalid option: expected one of "fatal"|"error"|"warn"|"info"|"debug"|"silent"
`,
  });
  expect(output).toBe(errors);
  expect(existsSync(folder)).toBe(false);
});

test('a port in use is named, and the folder is given back', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const folder = loadedFolder();
  const { code, output } = await run('main', { DATA_DIR: folder, PORT: String(port) });
  expect([code, output]).toEqual([
    69,
    `Can't listen on 127.0.0.1 port ${port}: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
  ]);
  expect(locksIn(folder)).toEqual({ 'lock.1': '' });
});

test.each([
  ['refuses', 'postgresql://root:s3cret@127.0.0.1:1/test', 'connect ECONNREFUSED 127.0.0.1:1'],
  [
    'has no address',
    'postgresql://root:s3cret@nowhere.invalid/test',
    'getaddrinfo ENOTFOUND nowhere.invalid',
  ],
])('a server that %s ends the start in words', async (_, url, reason) => {
  const { code, output } = await run('main', { DATABASE_URL: url });
  expect([code, output]).toEqual([69, `The PostgreSQL server of DATABASE_URL can't be used: ${reason}\n`]);
});

test.skipIf(!SERVER)('a database that the server does not have ends the start in words', async () => {
  const url = Object.assign(new URL(databaseUrl(SERVER!, 'nowhere')), { password: 's3cret' }).href;
  const { code, output } = await run('main', { DATABASE_URL: url });
  expect([code, output]).toEqual([
    69,
    `The PostgreSQL server of DATABASE_URL can't be used: database "nowhere" does not exist\n`,
  ]);
});
