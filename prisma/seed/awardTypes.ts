import { parsePeriod } from '../../src/platform/period.ts';
import type { Data } from './shapes.ts';

export type AwardTypeRow = Data['awardTypes'][number];
type Validity = Pick<AwardTypeRow, 'validFrom' | 'validTo'>;

/** What a row is known by: its code, and the day since when the award is as the row says. */
export function keyOf({ code, validFrom }: Pick<AwardTypeRow, 'code' | 'validFrom'>): string {
  return validFrom === null ? code : `${code} from ${validFrom}`;
}

export function overlap(one: Validity, other: Validity): boolean {
  return first(one) < end(other) && first(other) < end(one);
}

/** The row of the award that the row is part of, valid for as long as the row is. */
export function parentOf(row: AwardTypeRow, rows: readonly AwardTypeRow[]): AwardTypeRow | undefined {
  return rows.find(
    (other) => other.code === row.parent && first(other) <= first(row) && end(row) <= end(other),
  );
}

/** The rows of the code that are valid on a day on which a document may have been published. */
export function validWhen(
  publishedOn: string,
  code: string,
  rows: readonly AwardTypeRow[],
): readonly AwardTypeRow[] {
  const { from, to } = parsePeriod(publishedOn);
  return rows.filter((row) => row.code === code && first(row) <= (to ?? LAST) && (from ?? FIRST) < end(row));
}

/** What is wrong with the row at this place, by itself and compared with the other ones. */
export function awardTypeProblems(rows: readonly AwardTypeRow[], at: number): string[] {
  const row = rows[at]!;
  const before = rows.slice(0, at);
  const { code, parent, validFrom, validTo } = row;
  if (parent !== null && !rows.some((other) => other.code === parent))
    return [`The award type ${parent} does not stand in award-types.json.`];
  return [
    ...(first(row) < end(row) ? [] : [`It is valid from ${validFrom}, but only until ${validTo}.`]),
    ...before
      .filter((other) => other.code === code && overlap(other, row))
      .map((other) => `It is valid at the same time as ${keyOf(other)}.`),
    ...(parent === null || parentOf(row, before)
      ? []
      : [`The award type ${parent} has to stand before its parts, and to be valid as long as they are.`]),
  ];
}

const FIRST = '0000-01-01';
const LAST = '9999-12-31';
const first = ({ validFrom }: Validity) => validFrom ?? FIRST;
/** The first day on which it is no longer valid. */
const end = ({ validTo }: Validity) => validTo ?? LAST;
