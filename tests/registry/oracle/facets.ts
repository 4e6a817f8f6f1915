import type { ModelName } from '../../../src/platform/models.ts';
import { byBytes, globalId } from './order.ts';
import type { Row, World } from './world.ts';

/** A way to count rows in groups, as its description promises. */
export interface Facet {
  readonly value: (row: Row) => string | null;
  /** The members of the filter that ask for the same. */
  readonly own: readonly string[];
  /** What the values are ids of. */
  readonly node?: ModelName;
}

export interface Group {
  readonly value: string | null;
  readonly count: number;
}

const YEAR = (field: string): Facet => ({
  value: (row) => (row[field] === null ? null : String((row[field] as Date).getUTCFullYear())),
  own: ['year', field],
});
const COLUMN = (field: string): Facet => ({ value: (row) => row[field] as string | null, own: [field] });

/** The facets of each list that has some. */
export function facetsOf(world: World): Record<string, Record<string, Facet>> {
  const regions = {
    REGION: inRegion(({ regionId }) => regionId as string),
    PROVINCE: above('PROVINCE'),
    PREFECTURE: above('PREFECTURE'),
    COUNTY: above('COUNTY', 'FUNCTIONAL_ZONE'),
  };
  const ofAward = (field: string): Facet => ({
    value: ({ awardTypeId }) => world.find('AwardType', awardTypeId)![field] as string,
    own: [field],
  });
  return {
    studios: {
      ...regions,
      LEVEL: COLUMN('level'),
      KIND: COLUMN('kind'),
      STATUS: COLUMN('status'),
      YEAR: YEAR('foundedOn'),
    },
    projects: {
      ...regions,
      LEVEL: COLUMN('level'),
      STATUS: COLUMN('status'),
      INDUSTRY: COLUMN('industryCode'),
      YEAR: YEAR('plannedStart'),
    },
    innovationResults: {
      ...regions,
      CATEGORY: COLUMN('category'),
      GRADE: COLUMN('grade'),
      STATUS: COLUMN('status'),
      YEAR: YEAR('completedOn'),
    },
    awardGrants: {
      ...regions,
      AWARD_TYPE: {
        ...COLUMN('awardTypeId'),
        own: ['awardType', 'awardTypeCode'],
        node: 'AwardType',
      },
      LEVEL: ofAward('level'),
      RECIPIENT_KIND: ofAward('recipientKind'),
      STATUS: { ...COLUMN('status'), own: ['status', 'includeRevoked'] },
      YEAR: YEAR('grantedOn'),
    },
  };

  function inRegion(value: Facet['value']): Facet {
    return { value, own: ['regionCode', 'includeDescendants'], node: 'Region' };
  }

  /** The region of that level that the row counts for, and of several the one that is still valid. */
  function above(...levels: string[]): Facet {
    return inRegion(({ regionId }) => {
      const found = [...world.regionsAbove(regionId as string)]
        .map((id) => world.find('Region', id)!)
        .filter(({ level }) => levels.includes(level as string));
      return (found.find(({ validTo }) => validTo === null) ?? found[0])?.id ?? null;
    });
  }
}

/** The rows in groups: the largest first, of equal ones by value, those without one last. */
export function groupsOf(rows: readonly Row[], { value: valueIn, node }: Facet): Group[] {
  const counts = new Map<string | null, number>();
  for (const row of rows) {
    const value = valueIn(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([one, ofOne], [other, ofOther]) => {
      if (ofOne !== ofOther) return ofOther - ofOne;
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return byBytes(one, other);
    })
    .map(([value, count]) => ({ value: value !== null && node ? globalId(node, value) : value, count }));
}
