import { vi } from 'vitest';
import { morning } from '../../../prisma/seed/demo/days.ts';
import { subjectOf } from '../../../prisma/seed/demo/held.ts';
import type { Places } from '../../../prisma/seed/demo/places.ts';
import type { AssignedRole } from '../../../src/features/access/rules.ts';
import { makeMissing } from '../../../src/features/summaries/commands/makeMissing.ts';
import { summaryJobs } from '../../../src/features/summaries/worker.ts';
import { PROGRAM } from '../../../src/platform/actor.ts';
import type { Call } from '../../../src/platform/call.ts';
import type { Connection } from '../../../src/platform/database.ts';
import { runJob } from '../../../src/platform/tick.ts';
import { type Cast, takeOn } from './cast.ts';

const NEW_YEAR = '2026-01-01';

/** How the story is told: who acts when. The clock stands still but for `on`. */
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
  const now = () => new Date();
  const on = (day: string) => void vi.setSystemTime(morning(day));
  on(NEW_YEAR);
  const program: Call = { db, actor: PROGRAM, now };
  const cast = await takeOn(program, places, now());
  const by = (subject: string): Call => ({ ...program, actor: cast.actors.get(subject)! });
  return {
    cast,
    on,
    by,
    as: (role) => by(subjectOf(role)),
    tick: async () => {
      for (const job of summaryJobs) if (job.run !== makeMissing) await runJob(program, job);
    },
  };
}
