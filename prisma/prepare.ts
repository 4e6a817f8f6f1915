import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../src/http/authenticate.ts';
import { type Config, isLoopback } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/database.ts';
import type { Driver } from '../src/platform/driver.ts';
import { OperatorError, UnavailableError } from '../src/platform/errors.ts';
import type { Logger } from '../src/platform/log.ts';
import { type PostgresOptions, postgres } from '../src/platform/postgres.ts';
import { inProject } from '../src/platform/root.ts';
import { applyMigrations } from './migrate.ts';
import { readData } from './seed/data.ts';
import { demoAccounts } from './seed/demo/accounts.ts';
import { loadDemo, type Scale, STEPS } from './seed/demo/load.ts';
import { isEmpty, loadData } from './seed/load.ts';
import { progress } from './seed/progress.ts';

const OLDEST_SERVER = 14;

type Where = Pick<Config, 'DATABASE_URL' | 'DATABASE_CONNECTIONS' | 'DATA_DIR'>;

/**
 * The database that the configuration names, migrated, and with the published figures if it was empty;
 * the embedded one then has the demonstration year too.
 */
export async function prepared(config: Where, log: Logger): Promise<Database> {
  const db = await migrated(config, log);
  try {
    if (!config.DATABASE_URL) await loadFirst(config.DATA_DIR, db, log);
    else if (await isEmpty(db)) await loadPublished(db, log);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/**
 * Accounts to try each role with, only where the database is embedded and nobody but this machine is listened to:
 * elsewhere there are none.
 */
export async function accountsFor({ HOST }: Pick<Config, 'HOST'>, db: Database): Promise<Account[]> {
  return db.driver.isEmbedded && isLoopback(HOST) ? demoAccounts(db, new Date()) : [];
}

/** A file tells that the first start was interrupted, so that the next one goes on; who has data asked for no more. */
async function loadFirst(folder: string, db: Database, log: Logger): Promise<void> {
  const loading = join(folder, 'loading');
  const isNew = await isEmpty(db);
  if (!isNew && !existsSync(loading)) return;
  writable(folder, () => writeFileSync(loading, ''));
  if (isNew) await loadPublished(db, log);
  await loadMadeUp(db, 'demo', log);
  // What was written stands in the journal too, which is as large.
  await db.driver.query('checkpoint', []);
  rmSync(loading);
}

/** Loads or checks what prisma/data holds. */
export async function loadPublished(db: Database, log: Logger): Promise<void> {
  const shown = progress(log);
  try {
    await loadData(db, readData(inProject('prisma', 'data')), shown.step);
  } finally {
    shown.end();
  }
}

/** Loads made-up records, or what is missing of them. */
export async function loadMadeUp(db: Database, scale: Scale, log: Logger): Promise<void> {
  const shown = progress(log, STEPS[scale]);
  try {
    await loadDemo(db, scale, shown.step);
  } finally {
    shown.end();
  }
}

/** The database that the configuration names, with all migrations applied. */
export async function migrated(
  { DATABASE_URL, DATABASE_CONNECTIONS, DATA_DIR }: Where,
  log: Logger,
  options: PostgresOptions = {},
): Promise<Database> {
  if (DATABASE_URL) {
    await migrateServer(DATABASE_URL, log);
    return openDatabase(postgres(DATABASE_URL, { connections: DATABASE_CONNECTIONS, ...options }));
  }
  // A program that uses a server has no need of it, which is larger than all that is ours.
  const { embeddedIn } = await import('../src/platform/embedded.ts');
  const driver = await embeddedIn(DATA_DIR);
  try {
    report(await applyMigrations(driver), log);
    return openDatabase(driver);
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** Migrations take one connection, and as long as they need. */
async function migrateServer(url: string, log: Logger): Promise<void> {
  const driver = postgres(url, { connections: 1, statementTimeout: 0 });
  try {
    await checkServer(driver);
    report(await applyMigrations(driver), log);
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    // A name with several addresses fails with an error for each of them.
    const { message, errors = [] } = error.cause as AggregateError;
    const reason = message || errors.map(({ message }: Error) => message).join(', ');
    throw new OperatorError(69, `The PostgreSQL server of DATABASE_URL can't be used: ${reason}`, {
      cause: error,
    });
  } finally {
    await driver.close();
  }
}

/** @throws {OperatorError} 69 where the server is too old or the database keeps no Unicode */
async function checkServer(driver: Driver): Promise<void> {
  const [server] = (await driver.query(
    `select current_setting('server_version_num')::int / 10000 as version, getdatabaseencoding() as encoding`,
    [],
  )) as { version: number; encoding: string }[];
  const { version, encoding } = server!;
  if (version < OLDEST_SERVER) {
    throw new OperatorError(
      69,
      `PostgreSQL ${OLDEST_SERVER} or newer is needed; DATABASE_URL names a server of version ${version}.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new OperatorError(
      69,
      `The database of DATABASE_URL must be in the encoding UTF8, not ${encoding}.`,
    );
  }
}

function writable(folder: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new OperatorError(73, `The folder ${folder} can't be written: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function report(applied: readonly string[], log: Logger): void {
  for (const migration of applied) log.info({ migration }, `applied the migration ${migration}`);
}
