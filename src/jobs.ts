import { summaryJobs } from './features/summaries/worker.ts';
import type { Job } from './platform/tick.ts';

/** All that the program does by itself, in order. */
export const jobs: readonly Job[] = [...summaryJobs];
