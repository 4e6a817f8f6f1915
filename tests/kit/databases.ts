import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../prisma/migrationFiles.ts';
import type { Driver } from '../../src/platform/driver.ts';
import { embedded, embeddedFrom } from '../../src/platform/embedded.ts';
import { postgres } from '../../src/platform/postgres.ts';
import { newFolder } from './program.ts';
import { administer, databaseUrl } from './templates.ts';

/** The server that the tests may use, if there is one. */
export const SERVER = process.env.TEST_DATABASE_URL;

/** A new database of the server for one test, empty or a copy of another one; gives its URL. */
export async function newServerDatabase(template = 'template0'): Promise<string> {
  const name = `program_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await administer(SERVER!, `create database ${name} template ${template}`);
  onTestFinished(() => administer(SERVER!, `drop database ${name} with (force)`));
  return databaseUrl(SERVER!, name);
}

/** A connection that migrates a database of its own: one without anything, or with the shipped data. */
export async function migratable(content: 'nothing' | 'published' = 'nothing'): Promise<Driver> {
  const driver = await open(content === 'nothing' ? undefined : inject('templates').published);
  onTestFinished(() => driver.close());
  return driver;
}

async function open(template?: { file: string } | { name: string }): Promise<Driver> {
  if (template && 'file' in template) return embeddedFrom(new Blob([await readFile(template.file)]));
  return SERVER ? migrator(await newServerDatabase(template?.name)) : embedded();
}

/** A driver as migrations need it, of one connection. */
export function migrator(url: string): Driver {
  return postgres(url, { connections: 1, statementTimeout: 0 });
}

/** A folder with the shipped migrations and further ones; an existing one is replaced. */
export function migrationsAnd(further: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  cpSync(MIGRATIONS, folder, { recursive: true });
  for (const [name, sql] of Object.entries(further)) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  }
  return folder;
}
