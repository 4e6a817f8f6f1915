import type { RegionLevel } from '../../../src/generated/prisma/client.ts';
import { OperatorError } from '../../../src/platform/errors.ts';
import type { Run } from './insert.ts';
import { pick } from './random.ts';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly level: RegionLevel;
}

/** The regions that the demonstration is about; their ids differ from one database to the next. */
export interface Places {
  readonly country: Place;
  readonly shandong: Place;
  readonly yantai: Place;
  /** 蓬莱市 as it was until June 2020. */
  readonly penglai: Place;
  /** The 11 county-level divisions of Yantai and its 2 zones. */
  readonly homes: readonly Place[];
  /** Every region there is, in an order of its own. */
  readonly all: readonly Place[];
}

const DIVISIONS = [
  ...['370602', '370611', '370612', '370613', '370614', '370681', '370682', '370683', '370685', '370686'],
  '370687',
];
const ZONES = ['370600 烟台经济技术开发区', '370600 烟台高新技术产业开发区'];

export const HOMES = DIVISIONS.length + ZONES.length;

/** Which of the homes a unit is in: the city's center and its development zone have more than others. */
export const homeOf = pick(
  'home of a unit',
  [0, 0, 0, 1, 1, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 11, 11, 12],
);

/** A region by its code, or where it has none by its parent's code and its name: both, to select from and by. */
export const REGIONS = 'region left join region parent on parent.id = region.parent_id';
export const REGION_KEY = "coalesce(region.code, parent.code || ' ' || region.name)";

/** @throws {OperatorError} 65 where a region is not loaded */
export async function readPlaces(run: Run): Promise<Places> {
  const rows = (await run(
    `select region.id, region.name, region.level, ${REGION_KEY} as key from ${REGIONS}`,
    [],
  )) as (Place & { key: string })[];
  const known = new Map(rows.map((row) => [row.key, row]));
  const place = (key: string): Place => {
    const found = known.get(key);
    if (!found)
      throw new OperatorError(65, `The demonstration needs the region ${key}, which is not loaded.`);
    return found;
  };
  return {
    country: place('100000'),
    shandong: place('370000'),
    yantai: place('370600'),
    penglai: place('370684'),
    homes: [...DIVISIONS, ...ZONES].map(place),
    all: [...known.keys()].sort().map(place),
  };
}
