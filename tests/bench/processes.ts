import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONNECTIONS, type Contestant } from './contestant.ts';
import { installed, nodeBinary, REPOSITORY, WORKSHOP } from './packages.ts';

/** A contestant that listens, in a process of its own. */
export interface Running {
  readonly contestant: Contestant;
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from its start until it listened. */
  readonly startedIn: number;
  stop(): Promise<void>;
}

const PATIENCE = 120_000;
const FAREWELL = 5000;
const LOOK_EVERY = 5;

/** Where a contestant's program and packages are. */
export async function placeOf({ peer, prepare }: Contestant): Promise<string> {
  const folder = peer ? await installed(peer) : REPOSITORY;
  await prepare?.(folder);
  return folder;
}

/** Starts a contestant and waits until it listens. `env` says more than the contestant does, or else. */
export async function start(
  contestant: Contestant,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const port = await freePort();
  const { args, env: own } = contestant.program({ folder });
  await mkdir(join(WORKSHOP, 'log'), { recursive: true });
  const log = await open(join(WORKSHOP, 'log', `${contestant.name}.log`), 'a');
  const node = await nodeBinary();
  const started = performance.now();
  const child = spawn(node, args, {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_CONNECTIONS: String(CONNECTIONS),
      ...own,
      ...env,
    },
    // What it logs of each request goes nowhere, at no cost but its own.
    stdio: ['ignore', 'ignore', log.fd],
  });
  await log.close();
  try {
    await listening(child, port, contestant.name);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    contestant,
    url: `http://127.0.0.1:${port}${contestant.path}`,
    pid: child.pid!,
    startedIn: performance.now() - started,
    stop: () => stop(child),
  };
}

/** Does the work while all of them run. */
export async function whileRunning<Result>(
  contestants: readonly Contestant[],
  env: Readonly<Record<string, string>>,
  work: (running: readonly Running[]) => Promise<Result>,
): Promise<Result> {
  const running: Running[] = [];
  try {
    for (const contestant of contestants) {
      running.push(await start(contestant, await placeOf(contestant), env));
    }
    return await work(running);
  } finally {
    await Promise.all(running.map((each) => each.stop()));
  }
}

async function listening(child: ChildProcess, port: number, name: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await accepts(port))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      throw new Error(`${name} does not listen; see .bench/log/${name}.log`);
    }
    await sleep(LOOK_EVERY);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), FAREWELL);
  await ended;
  clearTimeout(timer);
}
