import { builder, Enums } from './builder.js';
import { prisma } from './database.js';
import { FacetGroup, facets } from './facets.js';
import { competitionVisible, grantListed } from './visibility.js';

export const Region = builder.prismaNode('Region', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    code: t.exposeString('code', { nullable: true }),
    name: t.exposeString('name'),
    level: t.expose('level', { type: Enums.RegionLevel }),
    parent: t.relation('parent', { nullable: true }),
    studios: list(t, 'Studio', [{ name: 'asc' }, { id: 'asc' }], { facets: ['level', 'county'] }),
    projects: list(t, 'Project', [{ name: 'asc' }, { id: 'asc' }], { facets: ['status'] }),
    competitions: list(t, 'Competition', [{ year: 'desc' }, { id: 'desc' }], { where: competitionVisible }),
    awardGrants: list(t, 'AwardGrant', [{ grantedOn: 'desc' }, { id: 'desc' }], { where: grantListed }),
  }),
});

builder.objectField(FacetGroup, 'node', (t) =>
  t.field({ type: Region, nullable: true, resolve: ({ node }) => node }),
);

/** What lies in a region, or in it and below it. */
function list(t, type, orderBy, { where, facets: by }) {
  const model = prisma[`${type[0].toLowerCase()}${type.slice(1)}`];
  const matching = (region, { includeDescendants }) => ({
    ...where,
    ...(includeDescendants
      ? { region: { ancestry: { some: { ancestorId: region.id } } } }
      : { regionId: region.id }),
  });
  return t.prismaConnection(
    {
      type,
      cursor: 'id',
      args: { includeDescendants: t.arg.boolean() },
      totalCount: (region, args) => model.count({ where: matching(region, args) }),
      resolve: (query, region, args) => model.findMany({ ...query, where: matching(region, args), orderBy }),
    },
    by && { fields: (t) => ({ facets: facets(t, type, model, by, matching) }) },
  );
}

builder.prismaNode('Organization', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    type: t.expose('type', { type: Enums.OrganizationType }),
    region: t.relation('region'),
  }),
});

builder.prismaNode('Person', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    awardGrants: t.relatedConnection('awardGrants', {
      cursor: 'id',
      query: { where: grantListed, orderBy: [{ grantedOn: 'desc' }, { id: 'desc' }] },
    }),
  }),
});
