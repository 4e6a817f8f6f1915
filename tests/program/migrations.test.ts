import { readdirSync } from 'node:fs';
import { expect, inject, onTestFinished, test } from 'vitest';
import { applyMigrations } from '../../prisma/migrate.ts';
import { MIGRATIONS } from '../../prisma/migrationFiles.ts';
import { pendingChanges } from '../../prisma/pending.ts';
import { readData } from '../../prisma/seed/data.ts';
import { loadData } from '../../prisma/seed/load.ts';
import type { Merged } from '../../prisma/seed/merge.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Driver } from '../../src/platform/driver.ts';
import { OperatorError } from '../../src/platform/errors.ts';
import { migratable, migrationsAnd, migrator, newServerDatabase, SERVER } from '../kit/databases.ts';
import { COUNTS, startScript, startServer, WHOLE } from '../kit/program.ts';
import { copyOf } from '../kit/templates.ts';

const SHIPPED = readdirSync(MIGRATIONS).sort();
const LAST = SHIPPED.at(-1)!;
const LATER = '29990101000000_later';

test('the migrations lead to the models', async () => {
  expect(await pendingChanges()).toBe(undefined);
});

test('every column of text sorts by its bytes', async () => {
  const driver = await migratable('published');
  const columns = (await driver.query(
    `select attrelid::regclass || '.' || attname as name, collname
     from pg_attribute join pg_class on pg_class.oid = attrelid join pg_collation on pg_collation.oid = attcollation
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations' and attnum > 0`,
    [],
  )) as { name: string; collname: string }[];
  expect(columns.map(({ name }) => name)).toContain('observation.quote');
  expect(columns.filter(({ collname }) => collname !== 'C')).toEqual([]);
});

test('a later migration is applied on top of data', async () => {
  const driver = await migratable('published');
  const folder = migrationsAnd({
    [LATER]: `alter table organization add column motto text collate "C" not null default '团结;奋斗';
      do $$ begin update organization set motto = name; end $$;
      create table later (id int primary key);`,
  });
  expect(await applyMigrations(driver, folder)).toEqual([LATER]);
  expect(await applyMigrations(driver, folder)).toEqual([]);
  expect(
    await driver.query(
      `select (select count(*)::int from organization where motto = name) as organizations,
              (select count(*)::int from observation) as observations, to_regclass('later')::text as later`,
      [],
    ),
  ).toEqual([{ organizations: 11, observations: 263, later: 'later' }]);
});

test.each(['nothing', 'published'] as const)(
  'a migration that fails over %s leaves nothing behind and says what PostgreSQL said',
  async (content) => {
    const driver = await migratable(content);
    const before = await applied(driver);
    const folder = migrationsAnd({ [LATER]: 'create table later (id int);\ncreate table region (id int);' });
    expect(await refusal(driver, folder)).toEqual([
      65,
      `The migration ${LATER} failed, and no migration was applied: relation "region" already exists`,
    ]);
    expect(await driver.query(`select to_regclass('later') as later`, [])).toEqual([{ later: null }]);
    expect(await applied(driver)).toEqual(before);
    expect(await applyMigrations(driver)).toEqual(content === 'nothing' ? SHIPPED : []);
    expect(await applied(driver)).toEqual(SHIPPED);
  },
);

test('a migration that was changed after it was applied is refused', async () => {
  const driver = await migratable('published');
  expect(await refusal(driver, migrationsAnd({ [LAST]: 'select 1;' }))).toEqual([
    65,
    `The migration ${LAST} was changed after it was applied. Restore its file: what is applied stays as it is.`,
  ]);
});

test('a migration that this version does not know is refused', async () => {
  const driver = await migratable('published');
  await applyMigrations(driver, migrationsAnd({ [LATER]: 'create table later (id int);' }));
  expect(await refusal(driver)).toEqual([
    65,
    `The database has the migration ${LATER}, which this version does not know. Start the version that made it.`,
  ]);
});

test('data that is loaded twice at the same time is there once', async () => {
  const { driver, remove } = await copyOf(inject('templates').empty);
  const db = openDatabase(driver);
  onTestFinished(() => db.close().then(remove));
  const loaded = await Promise.all([1, 2].map(() => loadInto(db)));
  expect(loaded.map(({ observations }) => observations!.created).sort()).toEqual([0, 263]);
  expect(loaded.map(({ observations }) => observations!.unchanged).sort()).toEqual([0, 263]);
  expect(await db.prisma.region.count({ where: { version: 1 } })).toBe(74);
});

test.skipIf(!SERVER)(
  'of two that migrate at the same time, one does and the other waits for it',
  async () => {
    const url = await newServerDatabase();
    const drivers = [migrator(url), migrator(url)];
    onTestFinished(async () => void (await Promise.all(drivers.map((driver) => driver.close()))));
    const names = await Promise.all(drivers.map((driver) => applyMigrations(driver)));
    expect(names.sort()).toEqual([[], SHIPPED]);
  },
);

test.skipIf(!SERVER)(
  'of two servers that start on an empty database, one migrates, one loads, both serve',
  async () => {
    const DATABASE_URL = await newServerDatabase();
    const servers = await Promise.all([1, 2].map(() => startServer({ DATABASE_URL })));
    const log = servers.flatMap((server) => server.log());
    expect(log.flatMap(({ migration }) => migration ?? [])).toEqual(SHIPPED);
    const created = log.flatMap((line) => (line.table === 'observations' ? Number(line.created) : []));
    expect(created.reduce((sum, count) => sum + count, 0)).toBe(263);
    for (const server of servers) expect(await server.ask(COUNTS)).toEqual(WHOLE);
  },
);

test.skipIf(!SERVER)('a migration whose process was killed is made good by the next one', async () => {
  const url = await newServerDatabase();
  const slow = migrationsAnd({ [LATER]: 'create table later (id int);\nselect pg_sleep(3);' });
  const killed = startScript('tests/kit/migrateProgram.ts', [url, slow]);
  const driver = migrator(url);
  onTestFinished(() => driver.close());
  const sleeping = `select 1 from pg_stat_activity where datname = current_database() and query like '%pg_sleep(3);'`;
  await expect.poll(() => driver.query(sleeping, []), { timeout: 20_000, interval: 50 }).toHaveLength(1);
  await killed.kill('SIGKILL');

  const folder = migrationsAnd({ [LATER]: 'create table later (id int);' });
  expect(await applyMigrations(driver, folder)).toEqual([...SHIPPED, LATER]);
  expect(await applied(driver)).toEqual([...SHIPPED, LATER]);
});

/** The exit code and the message with which the migrations are refused. */
async function refusal(driver: Driver, folder?: string): Promise<[number, string]> {
  const error = await applyMigrations(driver, folder).then(
    () => new Error('The migrations were applied.'),
    (error: unknown) => error,
  );
  if (error instanceof OperatorError) return [error.exitCode, error.message];
  throw error;
}

/** What the database's own table says was applied. */
async function applied(driver: Driver): Promise<string[]> {
  const [table] = await driver.query(`select to_regclass('_prisma_migrations')::text as name`, []);
  if (!(table as { name: string | null }).name) return [];
  const rows = await driver.query(
    'select migration_name as name from _prisma_migrations where finished_at is not null order by 1',
    [],
  );
  return (rows as { name: string }[]).map(({ name }) => name);
}

async function loadInto(db: ReturnType<typeof openDatabase>): Promise<Record<string, Merged>> {
  const loaded: Record<string, Merged> = {};
  await loadData(db, readData('prisma/data'), (table, merged) => void (loaded[table] = merged));
  return loaded;
}
