import { builder, Enums } from './builder.js';
import { titleVisible } from './visibility.js';

builder.prismaNode('Studio', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn', { nullable: true }),
    kind: t.expose('kind', { type: Enums.StudioKind }),
    level: t.expose('level', { type: Enums.AdminLevel, nullable: true }),
    field: t.exposeString('field', { nullable: true }),
    foundedOn: t.expose('foundedOn', { type: 'Date', nullable: true }),
    siteArea: t.expose('siteArea', { type: 'Decimal', nullable: true }),
    annualFunding: t.expose('annualFunding', { type: 'Decimal', nullable: true }),
    status: t.expose('status', { type: Enums.StudioStatus }),
    isDemo: t.exposeBoolean('isDemo'),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    region: t.relation('region'),
    lead: t.relation('lead', { nullable: true }),
    titles: t.relatedConnection('titles', {
      cursor: 'id',
      query: { where: titleVisible, orderBy: [{ level: 'asc' }, { id: 'asc' }] },
    }),
  }),
});

builder.prismaNode('StudioTitle', {
  id: { field: 'id' },
  select: { id: true },
  nullable: true,
  findUnique: (id) => ({ id, ...titleVisible }),
  fields: (t) => ({
    level: t.expose('level', { type: Enums.AdminLevel }),
    grade: t.expose('grade', { type: Enums.StudioGrade }),
    batchYear: t.exposeInt('batchYear'),
    status: t.expose('status', { type: Enums.StudioTitleStatus }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true }),
    nextReviewOn: t.expose('nextReviewOn', { type: 'Date', nullable: true }),
  }),
});
