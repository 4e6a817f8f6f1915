import type { AssignedRole } from '../../../../src/features/access/rules.ts';
import { makeMissing } from '../../../../src/features/summaries/commands/makeMissing.ts';
import { summaryJobs } from '../../../../src/features/summaries/worker.ts';
import { PROGRAM } from '../../../../src/platform/actor.ts';
import type { Call } from '../../../../src/platform/call.ts';
import type { Connection } from '../../../../src/platform/database.ts';
import { runJob } from '../../../../src/platform/tick.ts';
import { morning } from '../days.ts';
import { subjectOf } from '../held.ts';
import type { Places } from '../places.ts';
import { type Cast, takeOn } from './cast.ts';

const NEW_YEAR = '2026-01-01';

/** How the story is told: who acts when, in the transaction of the load. */
export interface Telling {
  readonly cast: Cast;
  /** It is the morning of this day from here on. */
  on(day: string): void;
  /** What somebody calls for now. */
  by(subject: string): Call;
  as(role: AssignedRole): Call;
  /** What the program does by itself on this day. Competitions that the story is not about get their summaries when it runs. */
  tick(): Promise<void>;
}

export async function telling(db: Connection, places: Places): Promise<Telling> {
  let at = new Date(morning(NEW_YEAR));
  const program: Call = { db, actor: PROGRAM, now: () => at };
  const cast = await takeOn(program, places, at);
  const by = (subject: string): Call => ({ ...program, actor: cast.actors.get(subject)! });
  return {
    cast,
    on: (day) => void (at = new Date(morning(day))),
    by,
    as: (role) => by(subjectOf(role)),
    tick: async () => {
      for (const job of summaryJobs) if (job.run !== makeMissing) await runJob(program, job);
    },
  };
}
