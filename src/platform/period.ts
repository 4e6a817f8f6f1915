/** Days that a period in EDTF (ISO 8601-2) covers, as YYYY-MM-DD. */
export interface Period {
  /** First day; null where the beginning is open or not known. */
  readonly from: string | null;
  /** Last day; null where the end is open or not known. */
  readonly to: string | null;
  /** Whether a part of it is marked as approximate or uncertain, with ~, ? or %. */
  readonly isInferred: boolean;
}

const DATE = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?(?<mark>[~?%]?)$/;
const OPEN: Period = { from: null, to: null, isInferred: false };
const EXPECTED =
  'expected a year, month or day as in 2017, 2017-10 or 2017-10-31, with ~ or ? behind it if inferred, ' +
  'or two of them as in 2017/2018-03, /2018 (start not known) or 2017/.. (end open)';

/** Throws a RangeError that says what was expected. */
export function parsePeriod(text: string): Period {
  const [start = '', end, ...more] = text.split('/');
  const from = end === undefined ? dateOf(start) : boundOf(start);
  const to = end === undefined ? from : boundOf(end);
  if (from === null || to === null || (from === OPEN && to === OPEN) || more.length > 0) {
    throw new RangeError(`“${text}” is no period: ${EXPECTED}.`);
  }
  if (from.from !== null && to.to !== null && from.from > to.to) {
    throw new RangeError(`The period “${text}” ends before it begins: expected the earlier date first.`);
  }
  return { from: from.from, to: to.to, isInferred: from.isInferred || to.isInferred };
}

function boundOf(text: string): Period | null {
  return text === '' || text === '..' ? OPEN : dateOf(text);
}

function dateOf(text: string): Period | null {
  const { year, month, day, mark } = text.match(DATE)?.groups ?? {};
  if (year === undefined || year === '0000') return null;
  const from = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const lastMonth = `${year}-${month ?? '12'}`;
  const to = `${lastMonth}-${day ?? lastDayOf(lastMonth)}`;
  return isDay(from) && isDay(to) ? { from, to, isInferred: mark !== '' } : null;
}

function lastDayOf(month: string): string | undefined {
  return ['31', '30', '29', '28'].find((day) => isDay(`${month}-${day}`));
}

/** Whether the text, of the form YYYY-MM-DD, is a day that exists: Date rolls 30 February over to March. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
