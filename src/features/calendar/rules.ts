import { plusDays } from '../../platform/days.ts';

/** Days that are no ordinary ones, by their time: whether people work on them. */
export type Exceptions = ReadonlyMap<number, boolean>;

/** Whether people work on the day: from Monday to Friday, unless the calendar says otherwise. */
export function isWorkingDay(day: Date, exceptions: Exceptions): boolean {
  const weekday = day.getUTCDay();
  return exceptions.get(day.getTime()) ?? (weekday !== 0 && weekday !== 6);
}

/** The day itself if people work on it, or else the next one on which they do. */
export function nextWorkingDay(day: Date, exceptions: Exceptions): Date {
  let next = day;
  while (!isWorkingDay(next, exceptions)) next = plusDays(next, 1);
  return next;
}

/** The working day that comes so many working days later, or earlier; the day itself for 0. */
export function addWorkingDays(day: Date, days: number, exceptions: Exceptions): Date {
  const step = Math.sign(days);
  let reached = day;
  for (let left = Math.abs(days); left > 0; ) {
    reached = plusDays(reached, step);
    if (isWorkingDay(reached, exceptions)) left--;
  }
  return reached;
}
