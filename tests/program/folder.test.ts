import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyMigrations } from '../../prisma/migrate.ts';
import { embeddedIn } from '../../src/platform/embedded.ts';
import {
  COUNTS,
  canMount,
  loadedFolders,
  mounted,
  newFolder,
  PROJECTS,
  type Program,
  run,
  start,
  startScript,
  startServer,
  WHOLE,
} from '../kit/program.ts';

const loadedFolder = await loadedFolders();
const isMountable = canMount();

describe('a folder in use', () => {
  test('is refused to a second process, and the first one goes on', async () => {
    const folder = loadedFolder();
    const first = await startServer({ DATA_DIR: folder });
    const { code, output } = await run('main', { DATA_DIR: folder });
    expect([code, output.split('\n')[0]]).toEqual([
      75,
      `The folder ${folder} is in use by process ${first.pid} on ${hostname()}.`,
    ]);
    expect(await first.ask(COUNTS)).toEqual(WHOLE);
  });

  test('is taken over at once when its process was killed, with all that is in it', async () => {
    const folder = loadedFolder();
    const first = await startServer({ DATA_DIR: folder });
    await first.kill('SIGKILL');
    const second = await startServer({ DATA_DIR: folder });
    expect(second.messages()).toEqual([`listening on ${second.url()}`]);
    expect(await second.ask(COUNTS)).toEqual(WHOLE);
    expect(readdirSync(folder)).toEqual(['lock.2', 'postgres']);
  });
});

test('a database is made from nothing where the build left none', async () => {
  const made = startScript('tests/kit/makingProgram.ts', [newFolder()]);
  expect(await made.ended).toEqual({ code: 0, signal: null });
  expect(made.output()).toBe('[{"regions":0}]\n');
});

test('a first start that is killed again and again, each time a bit further, leaves nothing half made', async () => {
  const folder = newFolder();
  const has = (name: string) => readdirSync(folder).some((other) => other.startsWith(name));
  const moments: [string, (server: Program) => boolean][] = [
    ['locked', () => has('lock.')],
    ['made most of the database', () => readdirSync(folder, { recursive: true }).length > 800],
    ['made it', () => existsSync(join(folder, 'postgres'))],
    ['loaded half', (server) => server.messages().includes('loaded indicators')],
    ['loaded', (server) => server.messages().includes('loaded award types')],
    ['made up half of a year', (server) => server.messages().includes('loaded demo studio')],
    ['made up the year', (server) => server.messages().includes('loaded demo award grant')],
  ];
  for (const [, isThere] of moments) {
    const server = await start('main', { DATA_DIR: folder });
    // Where the log comes late, the server may be further.
    await server.until(() => isThere(server) || server.url() !== undefined);
    await server.kill('SIGKILL');
  }
  const last = await startServer({ DATA_DIR: folder });
  expect(await last.ask(COUNTS)).toEqual(WHOLE);
  expect(await last.ask(PROJECTS)).toEqual({ projects: { totalCount: 278 } });
  await last.kill('SIGTERM');
  expect(readdirSync(folder)).toEqual([`lock.${moments.length + 1}`, 'postgres']);
  expect(await missingMigrations(folder)).toEqual([]);
}, 300_000);

describe('a folder that can’t be written', () => {
  test('below a file ends the start in words', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const folder = join(file, 'data');
    const { code, output } = await run('main', { DATA_DIR: folder });
    expect([code, output]).toEqual([
      73,
      `The folder ${folder} can't be written: ENOTDIR: not a directory, mkdir '${folder}'\n`,
    ]);
  });

  test.skipIf(!isMountable)('because its disk is read-only ends the start in words', async () => {
    const folder = mounted('ro');
    const { code, output } = await run('main', { DATA_DIR: folder });
    expect([code, output.replace(/lock-of-[\w-]+/, 'lock')]).toEqual([
      73,
      `The folder ${folder} can't be written: EROFS: read-only file system, open '${folder}/lock'\n`,
    ]);
  });
});

async function missingMigrations(folder: string): Promise<string[]> {
  const driver = await embeddedIn(folder);
  try {
    return await applyMigrations(driver);
  } finally {
    await driver.close();
  }
}
