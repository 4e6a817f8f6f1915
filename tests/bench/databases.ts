import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import pg from 'pg';
import { REPOSITORY } from './packages.ts';

export const SCALES = ['demo', 'nation'] as const;
export type Scale = (typeof SCALES)[number];

export const SERVER = process.env.BENCH_DATABASE_URL || 'postgresql://root@127.0.0.1:5432/postgres';

/** Award grants that a database has at least once it is loaded. */
const LOADED: Readonly<Record<Scale, number>> = { demo: 900, nation: 900_000 };

/** The URL of the database of a scale, made and loaded if it isn't yet. It is kept for later runs. */
export async function loaded(scale: Scale): Promise<string> {
  const url = await database(`bench_${scale}`);
  if ((await grants(url)) < LOADED[scale]) {
    process.stderr.write(`loading bench_${scale}\n`);
    await promisify(execFile)('npm', ['run', '--silent', 'seed', '--', '--scale', scale], {
      cwd: REPOSITORY,
      env: { ...process.env, DATABASE_URL: url },
      maxBuffer: 2 ** 26,
    });
    await query(url, 'vacuum (analyze)');
  }
  await ranked(url);
  await settle(url);
  return url;
}

/** Makes standings where the data has none, so that there is something to ask about. */
export async function ranked(url: string): Promise<void> {
  await query(url, readFileSync(new URL('workload/standings.sql', import.meta.url), 'utf8'));
}

/** The URL of a database of the server, which is made if there is none of this name. */
export async function database(name: string): Promise<string> {
  const found = await query(SERVER, `select 1 from pg_database where datname = '${name}'`);
  if (found.length === 0) await query(SERVER, `create database ${name} template template0 encoding 'UTF8'`);
  return Object.assign(new URL(SERVER), { pathname: `/${name}` }).href;
}

/** Vacuums what never was, or else the server would do so in the middle of a run. */
export async function settle(url: string): Promise<void> {
  const [row] = await query<{ never: boolean }>(
    url,
    `select bool_or(n_live_tup > 10000 and last_vacuum is null and last_autovacuum is null) as never
      from pg_stat_user_tables`,
  );
  if (row?.never) await query(url, 'vacuum (analyze)');
}

async function grants(url: string): Promise<number> {
  const [table] = await query<{ found: string | null }>(url, `select to_regclass('award_grant') as found`);
  if (!table?.found) return 0;
  const [row] = await query<{ count: number }>(url, 'select count(*)::int as count from award_grant');
  return row!.count;
}

export async function query<Row = object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
