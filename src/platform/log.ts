import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

/** Characters that are written at once, or what there is after so many milliseconds: writing a line takes as long as making it. */
const BATCH = 4096;
const DELAY = 100;

/** One JSON object a line, or colored text for a person at a terminal. Values of variables are never logged. */
export function openLog({ LOG_LEVEL, LOG_FORMAT }: Pick<Config, 'LOG_LEVEL' | 'LOG_FORMAT'>): Logger {
  const format = LOG_FORMAT ?? (process.stdout.isTTY ? 'pretty' : 'json');
  const options = { level: LOG_LEVEL, base: null };
  if (format === 'json') {
    const formatters = { level: (level: string) => ({ level }) };
    const lines = pino.destination({ sync: false, minLength: BATCH, periodicFlush: DELAY });
    return pino({ ...options, formatters, timestamp: pino.stdTimeFunctions.isoTime }, lines);
  }
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' } },
  });
}
