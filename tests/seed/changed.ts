import { readData } from '../../prisma/seed/data.ts';
import type { Data } from '../../prisma/seed/shapes.ts';

type AwardType = Data['awardTypes'][number];
type Initiative = Data['initiatives'][number];

export const shipped = readData('prisma/data');

export interface Changes {
  /** By code, and by the first day too where there is one. */
  awardTypes?: Record<string, Partial<AwardType>>;
  initiatives?: Record<string, Partial<Initiative>>;
  /** By the number with which the file's name begins. */
  sources?: Record<string, { publishedOn: string }>;
  /** More award types. */
  further?: AwardType[];
}

/** The shipped award type of the code. */
export function awardType(code: string): AwardType {
  return shipped.awardTypes.find((row) => row.code === code)!;
}

/** The shipped data with changes. */
export function changed({ awardTypes = {}, initiatives = {}, sources = {}, further = [] }: Changes): Data {
  return {
    ...shipped,
    awardTypes: [
      ...shipped.awardTypes.map((row) => ({
        ...row,
        ...awardTypes[row.validFrom === null ? row.code : `${row.code} ${row.validFrom}`],
      })),
      ...further,
    ],
    initiatives: shipped.initiatives.map((row) => ({ ...row, ...initiatives[row.code] })),
    sources: shipped.sources.map((row) => ({ ...row, ...sources[row.fileName.slice(0, 3)] })),
  };
}
