import { createHash } from 'node:crypto';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import type { Driver } from '../src/platform/driver.ts';
import { OperatorError } from '../src/platform/errors.ts';
import { filters, schemaEngine } from './engine.ts';
import { MIGRATIONS, migrationList, models } from './migrationFiles.ts';

/** Any number, the same for all servers: by it they wait for each other. */
const LOCK = '4790513';

/**
 * Applies the migrations that the database lacks, in order, in one transaction: an interrupted run
 * leaves nothing behind. Whoever comes second waits and finds nothing to do. The driver must have one
 * connection. Gives the names of those applied.
 * @throws {OperatorError} 65 when the database holds what these migrations don't know, or one of them fails
 */
export async function applyMigrations(driver: Driver, folder = MIGRATIONS): Promise<string[]> {
  const list = await migrationList(folder);
  if (await isUpToDate(driver, list)) return [];

  const failed = { script: '', message: '' };
  await driver.query('begin', []);
  try {
    await driver.query(`select pg_advisory_xact_lock(${LOCK})`, []);
    // Looked at again: who had the lock may have done it, and its engine keeps one of its own while connected.
    const names = (await isUpToDate(driver, list)) ? [] : await applyWithEngine();
    await driver.query('commit', []);
    return names;
  } catch (error) {
    await driver.query('rollback', []).catch(() => {});
    if (!failed.message) throw error;
    const reason = `${nameOf(failed.script, list)} failed, and no migration was applied: ${failed.message}`;
    throw new OperatorError(65, `The migration ${reason}`, { cause: error });
  }

  async function applyWithEngine(): Promise<string[]> {
    const engine = await schemaEngine({ adapter: noting(driver.adapter, failed) }, await models());
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: list, filters });
    return appliedMigrationNames;
  }
}

/** The engine tells only of what comes of an error later on, so that the first one is noted here. */
function noting(
  factory: SqlMigrationAwareDriverAdapterFactory,
  failed: { script: string; message: string },
): SqlMigrationAwareDriverAdapterFactory {
  return Object.assign(Object.create(factory) as typeof factory, {
    connect: async () => {
      const connection = await factory.connect();
      const executeScript = async (script: string) => {
        try {
          await connection.executeScript(script);
        } catch (error) {
          if (!failed.message) Object.assign(failed, { script, message: (error as Error).message });
          throw error;
        }
      };
      return Object.assign(Object.create(connection) as typeof connection, { executeScript });
    },
  });
}

/** Reading Prisma's own table spares loading its engine at every start. */
async function isUpToDate(driver: Driver, { migrationDirectories }: MigrationList): Promise<boolean> {
  const [table] = await driver.query(`select to_regclass('_prisma_migrations') is not null as exists`, []);
  if (!(table as { exists: boolean }).exists) return false;
  const rows = (await driver.query(
    'select migration_name as name, checksum from _prisma_migrations where rolled_back_at is null order by 1',
    [],
  )) as { name: string; checksum: string }[];
  const known = new Map(
    migrationDirectories.map(({ path, migrationFile }) => [path, checksum(migrationFile)]),
  );
  for (const { name, checksum } of rows) {
    if (known.get(name) !== checksum) throw new OperatorError(65, foreign(name, known.has(name)));
  }
  return rows.length === known.size;
}

function foreign(name: string, isKnown: boolean): string {
  return isKnown
    ? `The migration ${name} was changed after it was applied. Restore its file: what is applied stays as it is.`
    : `The database has the migration ${name}, which this version does not know. Start the version that made it.`;
}

function checksum({ content }: MigrationList['migrationDirectories'][number]['migrationFile']): string {
  return createHash('sha256')
    .update(content.tag === 'ok' ? content.value : '')
    .digest('hex');
}

function nameOf(script: string, { migrationDirectories }: MigrationList): string | undefined {
  return migrationDirectories.find(
    ({ migrationFile: { content } }) => content.tag === 'ok' && content.value === script,
  )?.path;
}
