const DAY = 86_400_000;

/** The middle of the year that is shown: what lies behind has happened, what lies ahead is planned. */
export const TODAY = '2026-06-30';

/** The day that many days later, as in 2026-06-30. */
export function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The morning of a day, in China. */
export function morning(day: string): string {
  return `${day}T01:00:00.000Z`;
}
