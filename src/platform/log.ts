import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

/** One JSON object a line, or colored text for a person at a terminal. Values of variables are never logged. */
export function openLog({ LOG_LEVEL, LOG_FORMAT }: Pick<Config, 'LOG_LEVEL' | 'LOG_FORMAT'>): Logger {
  const format = LOG_FORMAT ?? (process.stdout.isTTY ? 'pretty' : 'json');
  const options = { level: LOG_LEVEL, base: null };
  if (format === 'json') {
    const formatters = { level: (level: string) => ({ level }) };
    return pino({ ...options, formatters, timestamp: pino.stdTimeFunctions.isoTime });
  }
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' } },
  });
}
