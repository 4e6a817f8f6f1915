import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { cpuOf } from './usage.ts';

const LOCAL = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Milliseconds between one load and the next one. */
const REST = 100;

/**
 * A watch on the CPU that PostgreSQL's processes use for one database, in milliseconds. Parallel workers
 * are not seen, as they come and go; nothing is where the server runs on another machine.
 */
export async function databaseWatch(databaseUrl: string) {
  const { hostname, pathname } = new URL(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();

  return {
    /** Milliseconds of CPU that each of the database's processes has used; null where they can't be seen. */
    async used(): Promise<ReadonlyMap<number, number> | null> {
      if (!LOCAL.has(hostname)) return null;
      const { rows } = await client.query<{ pid: number }>({
        name: 'processes',
        text: `select pid from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
        values: [pathname.slice(1)],
      });
      return new Map(await Promise.all(rows.map(async ({ pid }) => [pid, await cpuOf(pid)] as const)));
    },
    /** Waits until no statement runs any more: those of clients that have gone can take long. */
    async quiet(): Promise<void> {
      for (;;) {
        await sleep(REST);
        const { rows } = await client.query({
          name: 'active',
          text: `select 1 from pg_stat_activity
            where datname = $1 and pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'`,
          values: [pathname.slice(1)],
        });
        if (rows.length === 0) return;
      }
    },
    close: () => client.end(),
  };
}
