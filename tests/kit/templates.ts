import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '../../prisma/migrate.ts';
import { readData } from '../../prisma/seed/data.ts';
import { loadData } from '../../prisma/seed/load.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Driver } from '../../src/platform/driver.ts';
import { embedded, embeddedFrom } from '../../src/platform/embedded.ts';
import { postgres } from '../../src/platform/postgres.ts';
import { inProject } from '../../src/platform/root.ts';

/** What a test's database holds at first: the schema alone, or all that is published. */
export type Content = 'empty' | 'published';
export type Templates = Record<Content, { url: string; name: string } | { file: string }>;

declare module 'vitest' {
  interface ProvidedContext {
    /** Where databases lie for the tests to copy: a server's, or files of PGlite's. */
    templates: Templates;
  }
}

const url = process.env.TEST_DATABASE_URL;

/** Makes the two databases once for the whole run; each test copies one. */
export default async function (project: TestProject) {
  const [templates, remove] = url ? await onServer(url) : await inFiles();
  project.provide('templates', templates);
  return remove;
}

async function onServer(server: string): Promise<[Templates, () => Promise<void>]> {
  const names = { empty: `template_empty_${process.pid}`, published: `template_published_${process.pid}` };
  const migrated = async (name: string, work: (driver: Driver) => Promise<unknown>) => {
    await administer(server, `create database ${name}`);
    const driver = postgres(databaseUrl(server, name), { connections: 1 });
    await applyMigrations(driver);
    await work(driver);
    await driver.close();
  };
  await migrated(names.empty, async () => {});
  await migrated(names.published, (driver) => load(driver));
  return [
    { empty: { url: server, name: names.empty }, published: { url: server, name: names.published } },
    async () => {
      for (const name of Object.values(names)) await administer(server, `drop database ${name}`);
    },
  ];
}

async function inFiles(): Promise<[Templates, () => Promise<void>]> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-templates-'));
  const pglite = new PGlite({ extensions: { btree_gist } });
  const dump = async (name: Content) => {
    const file = join(folder, `${name}.tar`);
    await writeFile(file, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()));
    return { file };
  };
  const driver = embedded(pglite);
  await applyMigrations(driver);
  const empty = await dump('empty');
  await load(driver);
  const published = await dump('published');
  await pglite.close();
  return [{ empty, published }, () => rm(folder, { recursive: true })];
}

function load(driver: Driver): Promise<void> {
  return loadData(openDatabase(driver), readData(inProject('prisma', 'data')));
}

/** A private copy of a template, and what removes it. */
export async function copyOf(
  template: Templates[Content],
): Promise<{ driver: Driver; remove: () => Promise<void> }> {
  if ('file' in template) {
    return { driver: embeddedFrom(new Blob([await readFile(template.file)])), remove: async () => {} };
  }
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await administer(template.url, `create database ${name} template ${template.name}`);
  return {
    driver: postgres(databaseUrl(template.url, name)),
    remove: () => administer(template.url, `drop database ${name}`),
  };
}

export async function administer(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export function databaseUrl(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}
