import { Refusal } from '../../platform/refusals.ts';

/** From when to when an award is as a row says, as YYYY-MM-DD; null where that is open. */
export interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const FIRST = '0000-01-01';
const LAST = '9999-12-31';

/** The first day on which it is valid. */
export function firstDay({ validFrom }: Validity): string {
  return validFrom ?? FIRST;
}

/** The first day on which it is no longer valid. */
export function endDay({ validTo }: Validity): string {
  return validTo ?? LAST;
}

export function overlap(one: Validity, other: Validity): boolean {
  return firstDay(one) < endDay(other) && firstDay(other) < endDay(one);
}

/** Whether one is valid for as long as the other is. */
export function covers(whole: Validity, part: Validity): boolean {
  return firstDay(whole) <= firstDay(part) && endDay(part) <= endDay(whole);
}

/** The validity of a stored row. */
export function validityOf(row: {
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
}): Validity {
  return { validFrom: day(row.validFrom), validTo: day(row.validTo) };
}

function day(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}

/** Words in lower case, joined by dots and underscores. */
export const CODE = /^[a-z]+([._][a-z0-9]+)*$/;

/** Another row of the code is valid at that time, or a part of it. */
export class AwardTypeOverlapError extends Refusal {
  readonly code = 'AWARD_TYPE_OVERLAP';
  readonly messageZh = '同一代码的奖项在此期间已有效,请先终止原奖项。';

  constructor(readonly awardTypeId: string) {
    super('Another row of this code is valid at that time, or a part of it: end that one first.', ['code']);
  }
}
