/** China has one time, eight hours ahead of UTC all year round. */
const AHEAD = 8 * 60 * 60_000;
const DAY = 24 * 60 * 60_000;

/** The day it is in China at an instant. A day is kept as its midnight in UTC, as the database gives days. */
export function dayAt(instant: Date): Date {
  return plusDays(new Date(0), Math.floor((instant.getTime() + AHEAD) / DAY));
}

/** When a day begins in China: 0:00. */
export function startOf(day: Date): Date {
  return new Date(day.getTime() - AHEAD);
}

/** When a day is over in China: 24:00. */
export function endOf(day: Date): Date {
  return startOf(plusDays(day, 1));
}

/** Whether a day is over in China at an instant. */
export function isPast(day: Date, instant: Date): boolean {
  return endOf(day) <= instant;
}

/** So many days later, or earlier. */
export function plusDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY);
}

/** Now, but never before an earlier step, even where the clock was set back. */
export function latest(now: Date, ...earlier: readonly (Date | null)[]): Date {
  return new Date(Math.max(now.getTime(), ...earlier.map((each) => each?.getTime() ?? 0)));
}
