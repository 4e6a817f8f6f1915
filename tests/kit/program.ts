import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, inject, onTestFinished } from 'vitest';

/** Commands as they are installed: bundled and run by Node alone. */
export type Command = 'main' | 'seed' | 'migrate' | 'access';
type Environment = Readonly<Record<string, string>>;
export type LogLine = Readonly<Record<string, unknown>>;

let built: Promise<unknown> | undefined;

/** Builds the program, once for each file of tests. */
export async function build(): Promise<void> {
  await (built ??= promisify(execFile)('npm', ['run', '--silent', 'build']));
}

/** A folder of its own for one test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-program-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes a folder with the shipped data, once for a file of tests and at its top; gives what copies it for a test. */
export async function loadedFolders(): Promise<(folder?: string) => string> {
  const original = mkdtempSync(join(tmpdir(), 'jiangong-loaded-'));
  afterAll(() => rmSync(original, { recursive: true }));
  const template = inject('templates').published;
  if ('file' in template) {
    const loadDataDir = new Blob([readFileSync(template.file)]);
    await (await PGlite.create({ dataDir: join(original, 'postgres'), loadDataDir })).close();
  } else {
    await build();
    await promisify(execFile)(process.execPath, ['.build/seed.js'], { env: { DATA_DIR: original } });
  }
  return (folder = newFolder()) => {
    cpSync(join(original, 'postgres'), join(folder, 'postgres'), { recursive: true });
    return folder;
  };
}

/** Runs one of the commands to its end. */
export async function run(command: Command, environment: Environment, args: readonly string[] = []) {
  const program = await start(command, environment, args);
  const { code } = await program.ended;
  return { code, output: program.output(), errors: program.errors(), log: program.log() };
}

/** Starts the server and waits until it listens. */
export async function startServer(environment: Environment) {
  const program = await start('main', environment);
  await program.until(() => program.url() !== undefined);
  return program;
}

export type Program = Awaited<ReturnType<typeof start>>;

export async function start(command: Command, environment: Environment, args: readonly string[] = []) {
  await build();
  return watched(['--enable-source-maps', `.build/${command}.js`, ...args], environment);
}

/** Starts a program of the tests themselves. */
export function startScript(file: string, args: readonly string[]) {
  return watched(['--import', 'tsx', file, ...args], {});
}

/** A process that knows nothing of this one's environment, and ends with the test. */
function watched(args: readonly string[], environment: Environment) {
  const { PATH } = process.env;
  const child = spawn(process.execPath, args, { env: { PATH, PORT: '0', ...environment } });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (written[name] += text));
  const ended = endOf(child);
  const log = () => written.stdout.split('\n').flatMap(parsed);

  const program = {
    pid: child.pid!,
    ended,
    /** All that it wrote so far, on both streams. */
    output: () => written.stdout + written.stderr,
    errors: () => written.stderr,
    /** The lines that are JSON. */
    log,
    /** Messages of the log, without requests and without what the program did by itself meanwhile. */
    messages: () =>
      log().flatMap(({ msg, job }) => (typeof msg === 'string' && job === undefined ? [msg] : [])),
    url: () => log().find(({ url }) => url)?.url as string | undefined,
    kill(signal: NodeJS.Signals) {
      child.kill(signal);
      return ended;
    },
    /** Waits until something is so, at most a minute and never longer than the process lives. */
    async until(isSo: () => boolean) {
      const deadline = Date.now() + 180_000;
      while (!isSo()) {
        if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
          throw new Error(`It never came to that:\n${isSo}\n${program.output()}`);
        }
        await sleep(5);
      }
    },
    /** The data that answers a query. */
    async ask(query: string): Promise<unknown> {
      const response = await fetch(program.url()!, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return ((await response.json()) as { data?: unknown }).data;
    },
  };
  onTestFinished(async () => void (await program.kill('SIGKILL')));
  return program;
}

function endOf(child: ChildProcess) {
  return new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
}

/** The text of each lock in the folder; it is empty once the folder was given back. */
export function locksIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.startsWith('lock'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** What the shipped data counts. */
export const WHOLE = {
  regions: { totalCount: 74 },
  observations: { totalCount: 263 },
  initiatives: { totalCount: 86 },
};
/** Of what is made up, the projects alone. */
export const PROJECTS = '{ projects { totalCount } }';
export const COUNTS = '{ regions { totalCount } observations { totalCount } initiatives { totalCount } }';

/** A file system of its own, such as one of 20 MB with `size=20m` or one that nobody can write to with `ro`. */
export function mounted(options: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Whether this process may mount file systems; in most containers only root may, or nobody. */
export function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Takes what room there is on the folder's disk, but for some megabytes; gives what frees it again. */
export function fillDisk(folder: string, megabytesLeft = 0): () => void {
  const file = join(folder, 'full');
  const { bavail, bsize } = statfsSync(folder);
  const left = Math.ceil((megabytesLeft * 2 ** 20) / bsize);
  try {
    writeFileSync(file, Buffer.alloc((left === 0 ? bavail + 1 : bavail - left) * bsize));
  } catch {
    // The block too many is what makes it full.
  }
  return () => rmSync(file);
}

function parsed(line: string): LogLine[] {
  try {
    return line.startsWith('{') ? [JSON.parse(line)] : [];
  } catch {
    return [];
  }
}
