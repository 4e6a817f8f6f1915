import { covers, endDay, firstDay, overlap } from '../../src/features/awards/rules.ts';
import { parsePeriod } from '../../src/platform/period.ts';
import type { Data } from './shapes.ts';

export type AwardTypeRow = Data['awardTypes'][number];

/** What a row is known by: its code, and the day since when the award is as the row says. */
export function keyOf({ code, validFrom }: Pick<AwardTypeRow, 'code' | 'validFrom'>): string {
  return validFrom === null ? code : `${code} from ${validFrom}`;
}

/** The row of the award that the row is part of, valid for as long as the row is. */
export function parentOf(row: AwardTypeRow, rows: readonly AwardTypeRow[]): AwardTypeRow | undefined {
  return rows.find((other) => other.code === row.parent && covers(other, row));
}

/** The rows of the code that are valid on a day on which a document may have been published. */
export function validWhen(
  publishedOn: string,
  code: string,
  rows: readonly AwardTypeRow[],
): readonly AwardTypeRow[] {
  const { from, to } = parsePeriod(publishedOn);
  return rows.filter(
    (row) =>
      row.code === code && firstDay(row) <= (to ?? endDay(OPEN)) && (from ?? firstDay(OPEN)) < endDay(row),
  );
}

/** What is wrong with the row at this place, by itself and compared with the other ones. */
export function awardTypeProblems(rows: readonly AwardTypeRow[], at: number): string[] {
  const row = rows[at]!;
  const before = rows.slice(0, at);
  const { code, parent, validFrom, validTo } = row;
  if (parent !== null && !rows.some((other) => other.code === parent))
    return [`The award type ${parent} does not stand in award-types.json.`];
  return [
    ...(firstDay(row) < endDay(row) ? [] : [`It is valid from ${validFrom}, but only until ${validTo}.`]),
    ...before
      .filter((other) => other.code === code && overlap(other, row))
      .map((other) => `It is valid at the same time as ${keyOf(other)}.`),
    ...(row.nature !== 'COMMENDATION' || row.approvedItemRef !== null
      ? []
      : ['It is a commendation, and so needs the approved item under which it is given.']),
    ...(parent === null || parentOf(row, before)
      ? []
      : [`The award type ${parent} has to stand before its parts, and to be valid as long as they are.`]),
  ];
}

const OPEN = { validFrom: null, validTo: null };
