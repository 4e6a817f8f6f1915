import { SingleBar } from 'cli-progress';
import type { Logger } from '../../src/platform/log.ts';
import type { Report } from './load.ts';

/** Tables in the order in which they are loaded. */
const TABLES = 8;

/** A bar on a terminal, lines in the log otherwise. */
export function progress(log: Logger, steps = TABLES): { step: Report; end: () => void } {
  if (!process.stdout.isTTY) {
    return { step: (table, merged) => log.info({ table, ...merged }, `loaded ${table}`), end: () => {} };
  }
  const bar = new SingleBar({ format: '  loading {bar} {value}/{total} {table}', clearOnComplete: true });
  bar.start(steps, 0, { table: '' });
  return { step: (table) => bar.increment(1, { table }), end: () => bar.stop() };
}
