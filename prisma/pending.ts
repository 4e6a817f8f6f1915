import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embedded } from '../src/platform/embedded.ts';
import { filters, schemaEngine } from './engine.ts';
import { MIGRATIONS, migrationList, models } from './migrationFiles.ts';

/** The SQL that leads from the migrations to the models, or undefined where they agree. */
export async function pendingChanges(): Promise<string | undefined> {
  const driver = embedded();
  try {
    const files = await models();
    const engine = await schemaEngine(driver, files);
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await migrationList(MIGRATIONS)) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters,
    });
    return stdout?.includes('This is an empty migration') ? undefined : (stdout ?? undefined);
  } finally {
    await driver.close();
  }
}

/** Writes the pending changes as a new migration and gives its name. */
export async function writeMigration(name: string, now: Date): Promise<string | undefined> {
  const sql = await pendingChanges();
  if (!sql) return undefined;
  const directory = `${now.toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`;
  await mkdir(join(MIGRATIONS, directory), { recursive: true });
  await writeFile(join(MIGRATIONS, directory, 'migration.sql'), withByteOrder(sql));
  return directory;
}

/** Text sorts by its bytes, the same on every machine; Prisma's models have no word for it. */
function withByteOrder(sql: string): string {
  return sql.replace(/ TEXT(\[\])?(?=[ ,\n])/g, ' TEXT$1 COLLATE "C"');
}
