import { type Custom, filter, textIn } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import type { Detour } from '../../graphql/relations.ts';
import { columnOf, type FieldName, type ModelName, type Relation } from '../../platform/models.ts';
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
        return (bind, table) => {
          const region = `(select r.id from region r where r.code = ${bind(code)})`;
          const column = columnOf(model, field, table);
          if (!includeDescendants) return `${column} = ${region}`;
          return `${column} = any(array(select h.descendant_id from region_ancestry h where h.ancestor_id = ${region}))`;
        };
      },
    },
    includeDescendants: {
      type: 'Boolean',
      description: `With regionCode: ${BELOW[0]!.toLowerCase()}${BELOW.slice(1)}`,
      where: () => ({}),
    },
  } satisfies Record<string, Custom<M>>;
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
