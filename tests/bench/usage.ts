import { readFile } from 'node:fs/promises';

const TICKS_A_SECOND = 100;

/** Milliseconds of CPU that a process has used; 0 once it is gone. */
export async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name before may hold spaces, and ends in a parenthesis.
  const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(stat) ?? [];
  return ((Number(user ?? 0) + Number(system ?? 0)) * 1000) / TICKS_A_SECOND;
}

/** Memory of a process in MiB: what it holds now, and what it held at most. */
export async function memoryOf(pid: number): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: of('VmRSS'), most: of('VmHWM') };
}
