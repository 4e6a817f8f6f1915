import type { Config } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/database.ts';
import type { Driver } from '../src/platform/driver.ts';
import { embeddedIn } from '../src/platform/embedded.ts';
import { OperatorError, UnavailableError } from '../src/platform/errors.ts';
import type { Logger } from '../src/platform/log.ts';
import { postgres } from '../src/platform/postgres.ts';
import { inProject } from '../src/platform/root.ts';
import { applyMigrations } from './migrate.ts';
import { readData } from './seed/data.ts';
import { isEmpty, loadData } from './seed/load.ts';
import { progress } from './seed/progress.ts';

const OLDEST_SERVER = 14;

type Where = Pick<Config, 'DATABASE_URL' | 'DATABASE_CONNECTIONS' | 'DATA_DIR'>;

/** The database that the configuration names, migrated, and with the published figures if it was empty. */
export async function prepared(config: Where, log: Logger): Promise<Database> {
  const db = await migrated(config, log);
  try {
    if (await isEmpty(db)) await loadPublished(db, log);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
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

/** The database that the configuration names, with all migrations applied. */
export async function migrated(
  { DATABASE_URL, DATABASE_CONNECTIONS, DATA_DIR }: Where,
  log: Logger,
): Promise<Database> {
  if (DATABASE_URL) {
    await migrateServer(DATABASE_URL, log);
    return openDatabase(postgres(DATABASE_URL, { connections: DATABASE_CONNECTIONS }));
  }
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

function report(applied: readonly string[], log: Logger): void {
  for (const migration of applied) log.info({ migration }, `applied the migration ${migration}`);
}
