import { sweepEnclosures, sweepFolder } from './features/enclosures/worker.ts';
import { summaryJobs } from './features/summaries/worker.ts';
import type { Files } from './platform/files.ts';
import type { Job } from './platform/tick.ts';

const HOUR = 60 * 60_000;

/** All that the program does by itself, in order. */
export function jobsWith(files: Files): readonly Job[] {
  return [
    ...summaryJobs,
    {
      name: 'sweep files',
      look: (call) => sweepFolder(call, files),
      run: (call) => sweepEnclosures(call, files),
      pause: HOUR,
    },
  ];
}
