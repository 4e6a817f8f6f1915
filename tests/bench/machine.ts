import { execFile } from 'node:child_process';
import { cpus, platform, release, totalmem } from 'node:os';
import { promisify } from 'node:util';
import type { Contestant } from './contestant.ts';
import { query } from './databases.ts';
import { installed, nodeBinary, REPOSITORY, versionsOf } from './packages.ts';

const SETTINGS = [
  'server_version',
  'shared_buffers',
  'work_mem',
  'effective_cache_size',
  'random_page_cost',
  'max_parallel_workers_per_gather',
  'jit',
  'fsync',
];

/** Where and with what it was measured. */
export async function machine(contestants: readonly Contestant[], databaseUrl: string) {
  const run = promisify(execFile);
  const { stdout: node } = await run(await nodeBinary(), ['--version']);
  const settings = await query<{ name: string; value: string }>(
    databaseUrl,
    `select name, current_setting(name) as value from pg_settings where name in ('${SETTINGS.join("', '")}')`,
  );
  const folders = contestants.map(async ({ name, peer, uses }) => [
    name,
    await versionsOf(peer ? await installed(peer) : REPOSITORY, uses),
  ]);
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    system: `${platform()} ${release()}`,
    node: node.trim(),
    autocannon: (await versionsOf(await installed('autocannon'))).autocannon,
    postgresql: Object.fromEntries(settings.map(({ name, value }) => [name, value])),
    packages: Object.fromEntries(await Promise.all(folders)) as Record<string, Record<string, string>>,
  };
}

export function inWords({ cpu, cores, memoryMiB, node, postgresql }: Awaited<ReturnType<typeof machine>>) {
  return `${cpu}, ${cores} cores, ${memoryMiB} MiB; Node ${node}; PostgreSQL ${postgresql.server_version}`;
}
