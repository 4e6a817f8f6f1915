import { queryFromInfo } from '@pothos/plugin-prisma';
import { builder } from './builder.js';
import { prisma } from './database.js';

export const FacetGroup = builder.objectRef('FacetGroup');

/** Adds to a connection its rows' counts in groups. */
export function facets(t, type, model, fields, matching) {
  return t.field({
    type: [FacetGroup],
    args: {
      by: t.arg({ type: facetType(type, fields), required: true }),
    },
    // With counts alone, no rows are read.
    extensions: { pothosPrismaTotalCount: true },
    resolve: ({ parent, args }, { by }, context, info) =>
      by === 'county'
        ? studiosByCounty(parent, queryFromInfo({ context, info, path: ['node'] }))
        : grouped(model, by, matching(parent, args)),
  });
}

function facetType(type, fields) {
  const values = Object.fromEntries(fields.map((field) => [field.toUpperCase(), { value: field }]));
  return builder.enumType(`${type}Facet`, { values });
}

async function grouped(model, by, where) {
  const groups = await model.groupBy({ by: [by], where, _count: true });
  return groups.map((group) => ({ value: group[by], count: group._count }));
}

/** Counts of each region first, then of its county or zone; more than Prisma's own groups can do. */
async function studiosByCounty(region, query) {
  const groups = await prisma.$queryRaw`
    with counts as materialized (
      select h.descendant_id as region_id, each.count
      from region_ancestry h
      cross join lateral (select count(*) from studio s where s.region_id = h.descendant_id) each
      where h.ancestor_id = ${region.id}::uuid and each.count > 0
    )
    select above.id, sum(counts.count)::int as count
    from counts
    left join lateral (
      select r.id from region_ancestry h join region r on r.id = h.ancestor_id
      where h.descendant_id = counts.region_id and r.level in ('COUNTY', 'FUNCTIONAL_ZONE')
      order by r.valid_to is not null, r.code, r.id limit 1
    ) above on true
    group by 1 order by 2 desc, 1 limit 1000`;
  const ids = groups.flatMap(({ id }) => id ?? []);
  const regions = await prisma.region.findMany({ ...query, where: { id: { in: ids } } });
  const byId = new Map(regions.map((region) => [region.id, region]));
  return groups.map(({ id, count }) => ({ value: id && globalId(id), count, node: byId.get(id) }));
}

const globalId = (id) => Buffer.from(`Region:${id}`).toString('base64');

FacetGroup.implement({
  fields: (t) => ({
    value: t.exposeString('value', { nullable: true }),
    count: t.exposeInt('count'),
  }),
});
