import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from './errors.ts';

/** Who holds a folder. The start tells a process from a later one that got the same number. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly start: string;
}

const NAME = /^lock\.(\d+)$/;
const OWN = 'lock-of-';

/**
 * Takes the folder for this process, or says who has it. Lock files are numbered: a dead holder's is
 * never removed before a higher one exists, so that two processes can't both take over from it.
 * @returns what gives the folder back
 * @throws {OperatorError} 75 when another process has it
 */
export function lockFolder(folder: string): () => void {
  // Processes of several containers may have the same number.
  const own = join(folder, `${OWN}${randomUUID()}`);
  for (;;) {
    const last = numbers(folder).at(-1) ?? 0;
    const holder = last > 0 ? holderOf(folder, last) : undefined;
    if (holder && isAlive(holder)) throw new OperatorError(75, inUse(folder, last, holder));

    const mine = join(folder, `lock.${last + 1}`);
    if (!linked(own, mine)) continue;
    const all = numbers(folder);
    if (all.at(-1) !== last + 1) {
      rmSync(mine, { force: true });
      continue;
    }
    for (const number of all.slice(0, -1)) rmSync(join(folder, `lock.${number}`), { force: true });
    sweep(folder);
    // An emptied file is nobody's; it stays, so that the numbers go on.
    return () => writeFileSync(mine, '');
  }
}

function numbers(folder: string): number[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .flatMap((name) => Number(NAME.exec(name)?.[1] ?? []))
    .sort((a, b) => a - b);
}

/** A link, unlike a file that is being written, is there whole or not at all. */
function linked(own: string, mine: string): boolean {
  try {
    writeFileSync(own, JSON.stringify(self()));
    linkSync(own, mine);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function holderOf(folder: string, number: number): Holder | undefined {
  return holderIn(join(folder, `lock.${number}`));
}

function holderIn(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whoever was killed at the door has left the file that was to become the lock. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => name.startsWith(OWN))) {
    const holder = holderIn(join(folder, name));
    if (holder && !isAlive(holder)) rmSync(join(folder, name), { force: true });
  }
}

function self(): Holder {
  return { pid: process.pid, host: hostname(), start: startOf(process.pid) };
}

/** On another host nobody can tell; there a live holder is assumed. */
function isAlive({ pid, host, start }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return startOf(pid) === start;
}

/** When the process began, as Linux tells it; elsewhere only the number is known. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const [, after = ''] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return `${boot} ${after.split(' ')[19]}`;
  } catch {
    return '';
  }
}

function inUse(folder: string, number: number, { pid, host }: Holder): string {
  return [
    `The folder ${folder} is in use by process ${pid} on ${host}.`,
    'The embedded database serves one process at a time: stop the other one, or name another folder with DATA_DIR.',
    `If that process is gone for certain, remove ${join(folder, `lock.${number}`)}.`,
  ].join('\n');
}
