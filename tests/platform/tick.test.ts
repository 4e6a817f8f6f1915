import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PROGRAM } from '../../src/platform/actor.ts';
import { type Job, runJob, startTick } from '../../src/platform/tick.ts';
import { startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';

const app = await startSharedApp('empty');
const { db } = app;

const always = async () => true;

/** A job that has so many parts to do, each of one user. */
function job(name: string, parts: number) {
  const made: string[] = [];
  const run: Job['run'] = async (call) => {
    if (made.length === parts) return 0;
    made.push(name);
    await call.db.prisma.user.create({ data: { subject: `${name} ${made.length}`, name } });
    return 1;
  };
  return { name, look: always, run, made };
}

/** Ticks every few milliseconds; gives what was logged. */
function ticking(...jobs: Job[]) {
  const lines: { msg: string; job: string; records?: number }[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const tick = startTick({ db, log, jobs, every: 5 });
  onTestFinished(() => tick.stop());
  return { tick, told: () => lines.map(({ msg, records }) => [msg, records]) };
}

/** Other work may keep the machine busy. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000 });
const stored = (name: string) => db.prisma.user.count({ where: { name } });

test('does all parts of each job at once, and tells of what it did', async () => {
  const { tick, told } = ticking(job('示例甲', 3), job('示例乙', 0), job('示例丙', 1));
  await until(() => expect(told().length).toBe(2));
  await tick.stop();
  expect(told()).toEqual([
    ['did by itself: 示例甲', 3],
    ['did by itself: 示例丙', 1],
  ]);
  expect(await stored('示例甲')).toBe(3);
});

test('a job that fails is logged, leaves nothing half done, stops no other, and is tried again', async () => {
  let isBroken = true;
  const broken: Job = {
    name: '示例丁',
    look: always,
    run: async (call) => {
      if (!isBroken) return 0;
      await job('示例丁', 1).run(call);
      throw new Error('示例');
    },
  };
  const { tick, told } = ticking(broken, job('示例戊', 1));
  await until(() => expect(told().filter(([msg]) => msg === 'could not 示例丁').length).toBeGreaterThan(1));
  isBroken = false;
  await tick.stop();
  expect(told()).toContainEqual(['did by itself: 示例戊', 1]);
  expect([await stored('示例丁'), await stored('示例戊')]).toEqual([0, 1]);
});

test('of several at once one does a job, and the others let it be', async () => {
  let inside = 0;
  let most = 0;
  let left = 3;
  const slow: Job = {
    name: '示例己',
    look: always,
    run: async () => {
      most = Math.max(most, ++inside);
      await sleep(20);
      inside--;
      return left > 0 ? left-- && 1 : 0;
    },
  };
  const servers = Array.from({ length: 4 }, () => runJob(callOf(app, PROGRAM), slow));
  const done = await Promise.all(servers);
  expect([most, done.reduce((sum, each) => sum + each, 0)]).toEqual([1, 3]);
});

test('stops once the part that is being done is over, and does nothing afterwards', async () => {
  const endless = job('示例庚', Number.POSITIVE_INFINITY);
  const { tick } = ticking(endless);
  await until(() => expect(endless.made.length).toBeGreaterThan(1));
  await tick.stop();
  const { length } = endless.made;
  await sleep(50);
  expect(endless.made.length).toBe(length);
  expect(await stored('示例庚')).toBeGreaterThanOrEqual(length - 1);
});

test('a job with a pause is not looked at in each tick, and one that has nothing to do is not begun', async () => {
  const looks = { often: 0, rarely: 0 };
  const look = (name: keyof typeof looks): Job['look'] => {
    return async () => {
      looks[name]++;
      return false;
    };
  };
  const run = vi.fn<Job['run']>(async () => 1);
  const { tick } = ticking(
    { name: '示例辛', look: look('often'), run },
    { name: '示例壬', look: look('rarely'), run, pause: 60_000 },
  );
  await until(() => expect(looks.often).toBeGreaterThan(3));
  await tick.stop();
  expect([looks.rarely, run.mock.calls]).toEqual([1, []]);
});
