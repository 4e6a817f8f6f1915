import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readData } from '../../prisma/seed/data.ts';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { embeddedIn } from '../../src/platform/embedded.ts';
import { type LogLine, loadedFolders, newFolder, run } from '../kit/program.ts';

const TABLES = {
  regions: 74,
  sources: 5,
  organizations: 11,
  indicators: 239,
  observations: 263,
  initiatives: 86,
  'award types': 19,
  'scoring templates': 1,
  'calendar days': 48,
};
const loadedFolder = await loadedFolders();

/** Works on the database of a folder that no process has. */
async function inDatabase<Result>(folder: string, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = openDatabase(await embeddedIn(folder));
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** What became of the rows of each table, as the log tells it. */
function merged(log: readonly LogLine[]): Record<string, unknown> {
  return Object.fromEntries(
    log.flatMap(({ table, created, updated, unchanged }) =>
      typeof table === 'string' ? [[table, { created, updated, unchanged }]] : [],
    ),
  );
}

test('npm run seed loads a new database, and changes nothing the second time', async () => {
  const DATA_DIR = join(newFolder(), 'data');
  const npm = async () => {
    const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'seed'], {
      env: { ...process.env, DATA_DIR, DATABASE_URL: '' },
    });
    return merged(
      stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as LogLine] : [])),
    );
  };
  const all = (of: (count: number) => object) =>
    Object.fromEntries(Object.entries(TABLES).map(([table, count]) => [table, of(count)]));
  expect(await npm()).toEqual(all((created) => ({ created, updated: 0, unchanged: 0 })));
  expect(await npm()).toEqual(all((unchanged) => ({ created: 0, updated: 0, unchanged })));
}, 400_000);

test('seed --scale makes records up beside the figures, once', async () => {
  const DATA_DIR = loadedFolder();
  const seed = async () => {
    const { code, log } = await run('seed', { DATA_DIR }, ['--scale', 'demo']);
    const { observations, ...tables } = merged(log);
    return [code, observations, tables['demo project'], tables['demo award grant']];
  };
  const done = (created: number, unchanged: number) => ({ created, updated: 0, unchanged });
  expect(await seed()).toEqual([0, done(0, 263), done(278, 0), done(934, 0)]);
  expect(await seed()).toEqual([0, done(0, 263), done(0, 278), done(0, 934)]);
}, 400_000);

test('seed refuses a scale that there is not, before it does anything', async () => {
  const DATA_DIR = join(newFolder(), 'data');
  const { code, errors } = await run('seed', { DATA_DIR }, ['--scale', 'world']);
  expect([code, errors.split('\n')[0]]).toEqual([
    64,
    `Option '--scale' takes demo, city, nation, and not 'world'`,
  ]);
  expect(existsSync(DATA_DIR)).toBe(false);
});

test('seed corrects what was changed by hand, and says so', async () => {
  const folder = loadedFolder();
  const yantai = { code: '370600' };
  await inDatabase(folder, ({ prisma }) => prisma.region.update({ where: yantai, data: { name: '芝罘' } }));
  const { code, log } = await run('seed', { DATA_DIR: folder });
  expect([code, merged(log).regions]).toEqual([0, { created: 0, updated: 1, unchanged: 73 }]);
  const region = await inDatabase(folder, ({ prisma }) =>
    prisma.region.findUnique({ where: yantai, select: { name: true, version: true } }),
  );
  expect(region).toEqual({ name: '烟台市', version: 2 });
});

test('seed refuses a database whose figure differs, and names it', async () => {
  const folder = loadedFolder();
  await inDatabase(folder, async ({ driver }) => {
    await driver.query('alter table observation disable trigger observation_keep', []);
    await driver.query(`update observation set value = 329, quote = '329家' where code = '001-048'`, []);
    await driver.query(`update region set name = '芝罘' where code = '370600'`, []);
  });
  const { code, errors } = await run('seed', { DATA_DIR: folder });
  expect([code, errors]).toEqual([
    65,
    'observations.json 001-048: value, quote differ from the database. A published figure is never changed: supersede it.\n',
  ]);
  // All or nothing: the region would have been corrected before the figure was come to.
  const region = await inDatabase(folder, ({ prisma }) =>
    prisma.region.findUnique({ where: { code: '370600' } }),
  );
  expect(region?.name).toBe('芝罘');
});

test('seed --verify tells which quotes do not stand in the documents', async () => {
  const folder = newFolder();
  const { sources, observations, initiatives } = readData('prisma/data');
  const [first, ...missing] = sources.map(({ fileName }) => fileName);
  writeFileSync(join(folder, first!), 'Nothing of it.');
  const { code, output, errors } = await run('seed', { DATA_DIR: join(folder, 'none') }, [
    '--verify',
    folder,
  ]);
  const quoted = [...observations, ...initiatives].filter(({ source }) => source === first);
  const lines = errors.trimEnd().split('\n');
  expect(code).toBe(65);
  expect(output).toContain(`349 quotes in 5 documents: ${lines.length} problems\n`);
  expect(lines).toEqual([
    expect.stringMatching(`^${first}: The SHA-256 is [0-9a-f]{64}, not ${sources[0]!.sha256}.$`),
    ...quoted.map((row) => `${first}: The quote of ${row.code} does not stand in the text.`),
    ...missing.map((name) => `${name}: The file is not in ${folder}.`),
  ]);
});

test.each(['seed', 'migrate'] as const)(
  '%s shows its usage to who gives it an option that it does not know',
  async (command) => {
    const DATA_DIR = join(newFolder(), 'data');
    for (const args of [['--wrong'], ['word'], [command === 'seed' ? '--verify' : '--write']]) {
      const { code, output, errors } = await run(command, { DATA_DIR }, args);
      expect([code, output]).toEqual([64, errors]);
      expect(errors).toMatch(new RegExp(`\n\nnpm run ${command} .*\nnpm run ${command} -- --`));
    }
  },
);

test('migrate does nothing where all is done', async () => {
  expect(await run('migrate', { DATA_DIR: loadedFolder() })).toEqual({
    code: 0,
    output: '',
    errors: '',
    log: [],
  });
});

test.each(['seed', 'migrate'] as const)(
  '%s ends in words when its configuration is wrong',
  async (command) => {
    const folder = join(newFolder(), 'data');
    mkdirSync(folder);
    const { code, errors } = await run(command, { DATA_DIR: folder, PORT: 'x', LOG_LEVEL: 'loud' });
    expect([code, errors.split('\n').length]).toEqual([78, 4]);
  },
);
