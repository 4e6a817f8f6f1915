import { sql } from 'kysely';
import { PROGRAM } from './actor.ts';
import type { Call } from './call.ts';
import type { Database } from './database.ts';
import type { Logger } from './log.ts';
import { inTransaction } from './transaction.ts';

/** Something that the program does by itself when it is time. */
export interface Job {
  /** What it does, in words: for the log, and for the lock. */
  readonly name: string;
  /**
   * Does a part of what is to be done now, in one transaction; gives how many records it changed, 0 once nothing
   * is left. What it did is not done again, however often it runs and whatever the clock says.
   */
  readonly run: (call: Call) => Promise<number>;
  /** Milliseconds between two looks of one process, where each tick would be too often. */
  readonly pause?: number;
}

export interface TickOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly jobs: readonly Job[];
  readonly now?: () => Date;
  /** Milliseconds between two ticks. */
  readonly every?: number;
}

const MINUTE = 60_000;
/** Parts of one job in a tick: more is done in the next one, so that other jobs have their turn. */
const MOST_PARTS = 200;
/** Any number, the same for all servers: the first half of the locks by which they wait for each other. */
const LOCK = 4790514;

/**
 * Does all jobs now and every minute from then on, until it is stopped: what was missed while nothing ran
 * is made up for. Of several servers one does a job at a time. A job that fails is logged and tried again.
 */
export type Tick = ReturnType<typeof startTick>;

export function startTick({ db, log, jobs, now = () => new Date(), every = MINUTE }: TickOptions) {
  const aborter = new AbortController();
  const lookedAt = new Map<Job, number>();
  const call: Call = { db, now, actor: PROGRAM, signal: aborter.signal };
  let timer: NodeJS.Timeout | undefined;
  let ticking = tick();

  return {
    /** Ends with the part that is being done: it is done as a whole or not at all. */
    async stop(): Promise<void> {
      aborter.abort();
      clearTimeout(timer);
      await ticking;
    },
  };

  async function tick(): Promise<void> {
    for (const job of jobs) await attempt(job);
    if (aborter.signal.aborted) return;
    timer = setTimeout(() => (ticking = tick()), every);
    timer.unref();
  }

  async function attempt(job: Job): Promise<void> {
    const time = performance.now();
    const { name, pause = 0 } = job;
    if (time < (lookedAt.get(job) ?? Number.NEGATIVE_INFINITY) + pause) return;
    lookedAt.set(job, time);
    try {
      const records = await runJob(call, job);
      if (records > 0) log.info({ job: name, records }, `did by itself: ${name}`);
    } catch (error) {
      if (!aborter.signal.aborted) log.error({ job: name, err: error }, `could not ${name}`);
    }
  }
}

/** Does all of a job that is to be done now, unless another server is at it; gives the number of records. */
export async function runJob(call: Call, job: Job): Promise<number> {
  let records = 0;
  for (let part = 0; part < MOST_PARTS && !call.signal?.aborted; part++) {
    const done = await inTransaction(call, async (tx) => ((await isFree(tx, job)) ? job.run(tx) : 0));
    if (done === 0) break;
    records += done;
  }
  return records;
}

async function isFree({ db, signal }: Call, { name }: Job): Promise<boolean> {
  const { rows } = await sql<{
    isFree: boolean;
  }>`select pg_try_advisory_xact_lock(${LOCK}::int, hashtext(${name})) as "isFree"`.execute(
    db.kysely(signal),
  );
  return rows[0]!.isFree;
}
