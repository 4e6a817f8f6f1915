import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { OperatorError } from '../../src/platform/errors.ts';
import { lockFolder } from '../../src/platform/lock.ts';

const FOUND = { pid: process.pid, host: hostname(), start: expect.stringMatching(/^[0-9a-f-]{36} \d+$/) };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A folder with the lock of a process that may not exist. */
function heldBy(holder: { pid?: number; host?: string; start?: string } | string, name = 'lock.1'): string {
  const folder = newFolder();
  const whole = { pid: process.pid, host: hostname(), start: '', ...(holder as object) };
  writeFileSync(join(folder, name), typeof holder === 'string' ? holder : JSON.stringify(whole));
  return folder;
}

/** What stands in the folder, with what is in the files. */
function filesIn(folder: string): Record<string, unknown> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        return [name, text === '' ? '' : JSON.parse(text)];
      }),
  );
}

/** What the operator is told, and the exit code. */
function refusalOf(folder: string): [number, string] {
  try {
    lockFolder(folder);
  } catch (error) {
    if (error instanceof OperatorError) return [error.exitCode, error.message];
    throw error;
  }
  throw new Error('The folder was given.');
}

/** A program that takes the folder at a given time, tells of it, and holds it until it is killed. */
function locker(): string {
  const file = join(newFolder(), 'locker.mjs');
  const contents = `
    import { lockFolder } from './src/platform/lock.ts';
    const [folder, time] = process.argv.slice(2);
    while (Date.now() < Number(time));
    try {
      lockFolder(folder);
      console.log('has it');
      setInterval(() => {}, 1000);
    } catch (error) {
      console.log(error.exitCode ?? error.stack);
    }`;
  buildSync({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: file,
  });
  return file;
}

function startLocker(file: string, folder: string, time = 0) {
  const child = spawn(process.execPath, [file, folder, String(time)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const kill = () => {
    child.kill('SIGKILL');
    return ended;
  };
  return { pid: child.pid!, said, kill };
}

test('a new folder is taken with a file that says who has it, and given back by emptying it', () => {
  const folder = join(newFolder(), 'made', 'on', 'the', 'way');
  const unlock = lockFolder(folder);
  expect(filesIn(folder)).toEqual({ 'lock.1': FOUND });
  unlock();
  expect(filesIn(folder)).toEqual({ 'lock.1': '' });
});

test('an emptied file is nobody’s, and the numbers go on', () => {
  const folder = newFolder();
  lockFolder(folder)();
  lockFolder(folder);
  expect(filesIn(folder)).toEqual({ 'lock.2': FOUND });
});

test('the process that has a folder does not get it twice', () => {
  const folder = newFolder();
  lockFolder(folder);
  expect(refusalOf(folder)).toEqual([
    75,
    `The folder ${folder} is in use by process ${process.pid} on ${hostname()}.
The embedded database serves one process at a time: stop the other one, or name another folder with DATA_DIR.
If that process is gone for certain, remove ${join(folder, 'lock.1')}.`,
  ]);
  expect(filesIn(folder)).toEqual({ 'lock.1': FOUND });
});

test('another process that lives keeps its folder', async () => {
  const folder = newFolder();
  const other = startLocker(locker(), folder);
  expect(await other.said).toBe('has it');
  const [exitCode, message] = refusalOf(folder);
  expect([exitCode, message.split('\n')[0]]).toEqual([
    75,
    `The folder ${folder} is in use by process ${other.pid} on ${hostname()}.`,
  ]);
});

test('a process that has ended loses its folder', () => {
  const folder = heldBy({ pid: spawnSync('true').pid });
  lockFolder(folder);
  expect(filesIn(folder)).toEqual({ 'lock.2': FOUND });
});

test('a process that got the number of one that has ended does not keep its folder', () => {
  const folder = heldBy({ pid: process.pid, start: 'another boot 12345' });
  lockFolder(folder);
  expect(filesIn(folder)).toEqual({ 'lock.2': FOUND });
});

test('a process on another host is assumed to live', () => {
  const pid = spawnSync('true').pid;
  const [exitCode, message] = refusalOf(heldBy({ pid, host: 'elsewhere' }));
  expect([exitCode, message.includes(`in use by process ${pid} on elsewhere.`)]).toEqual([75, true]);
});

test('a lock that was half written when the power failed is nobody’s', () => {
  const folder = heldBy('{"pid":1,"ho');
  lockFolder(folder);
  expect(filesIn(folder)).toEqual({ 'lock.2': FOUND });
});

test('numbers are compared as numbers', () => {
  const folder = heldBy({ pid: spawnSync('true').pid }, 'lock.9');
  lockFolder(folder)();
  lockFolder(folder)();
  expect(filesIn(folder)).toEqual({ 'lock.11': '' });
});

test('of ten processes that come at once after a crash, one gets the folder and nine are refused', async () => {
  const folder = newFolder();
  const file = locker();
  let holder = startLocker(file, folder);
  expect(await holder.said).toBe('has it');
  for (let round = 1; round <= 5; round++) {
    await holder.kill();
    const time = Date.now() + 700;
    const all = Array.from({ length: 10 }, () => startLocker(file, folder, time));
    const said = await Promise.all(all.map((one) => one.said));
    expect([...said].sort()).toEqual([...Array<string>(9).fill('75'), 'has it']);
    holder = all[said.indexOf('has it')]!;
    expect(Object.values(filesIn(folder))).toEqual([expect.objectContaining({ pid: holder.pid })]);
  }
});

test('what a process left that was killed at the door is swept away, what a living one is about to use is not', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const folder = heldBy({ pid }, 'lock-of-dead');
  const living = { pid: 1, host: 'another', start: '' };
  writeFileSync(join(folder, 'lock-of-living'), JSON.stringify(living));
  lockFolder(folder)();
  expect(filesIn(folder)).toEqual({ 'lock-of-living': living, 'lock.1': '' });
});
