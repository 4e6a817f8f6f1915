import type { Job } from '../../platform/tick.ts';
import { makeMissing } from './commands/makeMissing.ts';
import { openStages } from './commands/openStages.ts';
import { openSummaries } from './commands/openSummaries.ts';
import { remindUnits, tellOverdue } from './commands/remindUnits.ts';

/** Entries have their summaries from the moment when they compete: this only looks after what was left out. */
const RARELY = 10 * 60_000;

/** What time does to stages and their summaries, in the order in which one follows from the other. */
export const summaryJobs: readonly Job[] = [
  { name: 'open stages', run: openStages },
  { name: 'make missing summaries', run: makeMissing, pause: RARELY },
  { name: 'open summaries', run: openSummaries },
  { name: 'remind of summaries', run: remindUnits },
  { name: 'tell of overdue summaries', run: tellOverdue },
];
