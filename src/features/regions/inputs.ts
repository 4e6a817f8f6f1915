import type { RegionLevel } from '../../generated/prisma/client.ts';
import type { Detour } from '../../graphql/declarations.ts';
import type { Facet } from '../../graphql/facets.ts';
import { type Custom, filter, textIn } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { columnOf, type FieldName, type ModelName, type Relation } from '../../platform/models.ts';
import { type Bind, within } from '../../platform/where.ts';
import { checkRegionCode } from './rules.ts';

const BELOW =
  'Also what lies below, and what a region was before it was renamed or merged; false unless given';

/** From a region's id to the regions whose records count for it. */
const descendants = { model: 'RegionAncestry', from: 'ancestorId', to: 'descendantId' } as const;

/** Filter members for what lies in a region. `field` is the key of the row's region. */
export function inRegion<M extends ModelName>(model: M, field: FieldName<M>) {
  return {
    regionCode: {
      type: 'String',
      description: 'In the region with this GB/T 2260 code',
      where: (code: string, { includeDescendants }) => {
        checkRegionCode(code, 'filter.regionCode');
        const region = (bind: Bind) => `(select r.id from region r where r.code = ${bind(code)})`;
        if (!includeDescendants) return (bind, table) => `${columnOf(model, field, table)} = ${region(bind)}`;
        return within(model, {
          field,
          keys: (bind) =>
            `select h.descendant_id from region_ancestry h where h.ancestor_id = ${region(bind)}`,
        });
      },
    },
    includeDescendants: {
      type: 'Boolean',
      description: `With regionCode: ${BELOW[0]!.toLowerCase()}${BELOW.slice(1)}`,
      where: () => ({}),
    },
  } satisfies Record<string, Custom<M>>;
}

/** Facets by the region of a row, itself or rolled up. `field` is the key of the row's region. */
export function regionFacets<M extends ModelName>(model: M, field: FieldName<M>): Record<string, Facet> {
  const facet = (description: string, levels?: readonly RegionLevel[]): Facet => ({
    description,
    by: (table) => columnOf(model, field, table),
    ...(levels && { over: (value, bind) => regionAbove(value, bind(levels)) }),
    ignores: ['regionCode', 'includeDescendants'],
    model: 'Region',
  });
  return {
    REGION: facet('By the region they are counted for (地区)'),
    PROVINCE: facet('By province (省级)', ['PROVINCE']),
    PREFECTURE: facet('By city or prefecture (地级)', ['PREFECTURE']),
    COUNTY: facet('By county, district or functional zone (县级及功能区)', ['COUNTY', 'FUNCTIONAL_ZONE']),
  };
}

/** Of what a region's records count for, the one region of these levels: the one valid now where it was renamed or merged. */
function regionAbove(region: string, levels: string): string {
  return `(select r.id from region_ancestry h join region r on r.id = h.ancestor_id
    where h.descendant_id = ${region} and r.level = any(${levels}::"RegionLevel"[])
    order by r.valid_to is not null, r.code, r.id limit 1)`;
}

/** For a region's lists: the argument that includes everything below. */
export function withDescendants(relation: Relation): Detour {
  return {
    argument: 'includeDescendants',
    description: BELOW,
    relation: { ...relation, through: descendants },
  };
}

export const regionList = {
  filter: filter(
    'Region',
    { level: 'oneOf', isInGb2260: 'equals' },
    { ...inRegion('Region', 'id'), text: textIn('Region', ['name', 'nameEn', 'code']) },
  ),
  order: ordering('Region', ['path', 'code', 'name', 'level']),
};
