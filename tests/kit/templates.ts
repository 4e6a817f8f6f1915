import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '../../prisma/migrate.ts';
import { readData } from '../../prisma/seed/data.ts';
import { loadDemo } from '../../prisma/seed/demo/load.ts';
import { STORY } from '../../prisma/seed/demo/story.ts';
import { loadData } from '../../prisma/seed/load.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Driver } from '../../src/platform/driver.ts';
import { embedded, embeddedFrom } from '../../src/platform/embedded.ts';
import { postgres } from '../../src/platform/postgres.ts';
import { inProject } from '../../src/platform/root.ts';

/** What a test's database holds at first: the schema alone, all that is published, or the demonstration year as well. */
export type Content = 'empty' | 'published' | 'demo';
export type Templates = Record<Content, { url: string; name: string } | { file: string }>;

declare module 'vitest' {
  interface ProvidedContext {
    /** Where databases lie for the tests to copy: a server's, or files of PGlite's. */
    templates: Templates;
  }
}

const url = process.env.TEST_DATABASE_URL;

/** Makes the three databases once for the whole run; each test copies one. */
export default async function (project: TestProject) {
  // What the story is told anew for may not fit to the old one.
  if (process.env.UPDATE_STORY) await writeFile(STORY, '[]\n');
  const [templates, remove] = url ? await onServer(url) : await inFiles();
  project.provide('templates', templates);
  return remove;
}

async function onServer(server: string): Promise<[Templates, () => Promise<void>]> {
  const made: string[] = [];
  const grown = async (content: Content, origin: string, work: (driver: Driver) => Promise<unknown>) => {
    const name = `template_${content}_${process.pid}`;
    await administer(server, `create database ${name} template ${origin}`);
    made.push(name);
    const driver = postgres(databaseUrl(server, name), { connections: 1 });
    await work(driver);
    await driver.close();
    return { url: server, name };
  };
  const empty = await grown('empty', 'template1', (driver) => applyMigrations(driver));
  const published = await grown('published', empty.name, loadPublished);
  const demo = await grown('demo', published.name, loadYear);
  return [
    { empty, published, demo },
    async () => {
      for (const name of made) await administer(server, `drop database ${name}`);
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
  await loadPublished(driver);
  const published = await dump('published');
  await loadYear(driver);
  await pglite.exec('checkpoint');
  const demo = await dump('demo');
  await pglite.close();
  return [{ empty, published, demo }, () => rm(folder, { recursive: true })];
}

function loadPublished(driver: Driver): Promise<void> {
  return loadData(openDatabase(driver), readData(inProject('prisma', 'data')));
}

function loadYear(driver: Driver): Promise<void> {
  return loadDemo(openDatabase(driver), 'demo');
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
