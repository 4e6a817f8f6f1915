import { builder, Enums } from './builder.js';
import { prisma } from './database.js';
import { studiosFound } from './search.js';
import { competitionVisible, grantListed } from './visibility.js';

const StudioFilter = builder.inputType('StudioFilter', {
  fields: (t) => ({
    regionCode: t.string(),
    includeDescendants: t.boolean(),
    level: t.field({ type: [Enums.AdminLevel] }),
    text: t.string(),
  }),
});

const CompetitionFilter = builder.inputType('CompetitionFilter', {
  fields: (t) => ({
    kind: t.field({ type: [Enums.CompetitionKind] }),
    level: t.field({ type: [Enums.AdminLevel] }),
  }),
});

builder.queryFields((t) => ({
  region: t.prismaField({
    type: 'Region',
    nullable: true,
    args: { code: t.arg.string({ required: true }) },
    resolve: (query, _root, { code }) => prisma.region.findUnique({ ...query, where: { code } }),
  }),
  studios: t.prismaConnection({
    type: 'Studio',
    cursor: 'id',
    args: { filter: t.arg({ type: StudioFilter }) },
    resolve: (query, _root, { filter }) => studiosFound(query, filter ?? {}),
  }),
  competitions: t.prismaConnection({
    type: 'Competition',
    cursor: 'id',
    args: { filter: t.arg({ type: CompetitionFilter }) },
    resolve: (query, _root, { filter }) =>
      prisma.competition.findMany({
        ...query,
        where: { ...competitionVisible, kind: oneOf(filter?.kind), level: oneOf(filter?.level) },
        orderBy: [{ year: 'desc' }, { id: 'desc' }],
      }),
  }),
  awardGrants: t.prismaConnection({
    type: 'AwardGrant',
    cursor: 'id',
    resolve: (query) =>
      prisma.awardGrant.findMany({
        ...query,
        where: grantListed,
        orderBy: [{ grantedOn: 'desc' }, { id: 'desc' }],
      }),
  }),
}));

const oneOf = (values) => (values ? { in: values } : undefined);
