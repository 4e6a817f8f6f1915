import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm';
import { inProject } from '../src/platform/root.ts';

const MODELS = inProject('prisma', 'models');
export const MIGRATIONS = inProject('prisma', 'migrations');

/** The files of the models, as the engine takes them. */
export async function models(): Promise<SchemaContainer[]> {
  const names = (await readdir(MODELS)).sort();
  return Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(join(MODELS, name), 'utf8') })),
  );
}

/** The migrations of a folder, in order, as the engine takes them. */
export async function migrationList(folder: string): Promise<MigrationList> {
  const names = (await readdir(folder)).filter((name) => /^\d{14}_/.test(name)).sort();
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (path) => {
        const value = await readFile(join(folder, path, 'migration.sql'), 'utf8');
        return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
      }),
    ),
  };
}
