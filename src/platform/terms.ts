import type { Call } from './call.ts';
import { dayAt } from './days.ts';
import { InvalidError } from './refusals.ts';

/** The day it is in China. */
export function today({ now }: Pick<Call, 'now'>): Date {
  return dayAt(now());
}

/**
 * That a time of whole days has a beginning before its end.
 * @throws {InvalidError} about what the path names
 */
export function checkTerm(from: Date | null | undefined, to: Date | null | undefined, path: string): void {
  if (!from || !to || from < to) return;
  throw new InvalidError(
    'The end is the first day after it, and so must be later than the beginning.',
    '终止日期须晚于起始日期。',
    [path],
  );
}

/**
 * That the day is not one to come.
 * @throws {InvalidError} about the day
 */
export function checkNotAhead(call: Pick<Call, 'now'>, day: Date, path: string): void {
  if (day <= today(call)) return;
  throw new InvalidError('This day is still to come.', '该日期尚未到来。', [path]);
}
