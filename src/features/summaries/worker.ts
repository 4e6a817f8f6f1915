import type { Call } from '../../platform/call.ts';
import type { Job } from '../../platform/tick.ts';
import { entriesLacking, makeMissing } from './commands/makeMissing.ts';
import { openStages, stagesToOpen } from './commands/openStages.ts';
import { openSummaries, summariesToOpen } from './commands/openSummaries.ts';
import { fallingDue, overdue, remindUnits, tellOverdue } from './commands/remindUnits.ts';

/** Entries have their summaries from the moment when they compete: this only looks after what was left out. */
const RARELY = 10 * 60_000;

/** What time does to stages and their summaries, in the order in which one follows from the other. */
export const summaryJobs: readonly Job[] = [
  { name: 'open stages', look: any(stagesToOpen), run: openStages },
  { name: 'make missing summaries', look: any(entriesLacking), run: makeMissing, pause: RARELY },
  { name: 'open summaries', look: any(summariesToOpen), run: openSummaries },
  { name: 'remind of summaries', look: any(fallingDue), run: remindUnits },
  { name: 'tell of overdue summaries', look: any(overdue), run: tellOverdue },
];

/** Whether a query finds anything. */
function any<Query extends { limit(most: number): { execute(): Promise<unknown[]> } }>(
  find: (call: Call) => Query | Promise<{ query: Query }>,
): Job['look'] {
  return async (call) => {
    const found = await find(call);
    const query = 'query' in found ? found.query : found;
    return (await query.limit(1).execute()).length > 0;
  };
}
