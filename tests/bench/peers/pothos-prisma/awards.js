import { builder, Enums } from './builder.js';
import { resultVisible } from './visibility.js';

builder.prismaNode('AwardType', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    level: t.expose('level', { type: Enums.AdminLevel }),
  }),
});

builder.prismaNode('AwardGrant', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    grantedOn: t.expose('grantedOn', { type: 'Date' }),
    certificateNo: t.exposeString('certificateNo', { nullable: true }),
    teamName: t.exposeString('teamName', { nullable: true }),
    citation: t.exposeString('citation', { nullable: true }),
    status: t.expose('status', { type: Enums.GrantStatus }),
    isDemo: t.exposeBoolean('isDemo'),
    version: t.exposeInt('version'),
    awardType: t.relation('awardType'),
    person: t.relation('person', { nullable: true }),
    organization: t.relation('organization', { nullable: true }),
    project: t.relation('project', { nullable: true }),
    studio: t.relation('studio', { nullable: true }),
    // Prisma takes no condition on a relation to one, so it is read along and asked.
    result: t.field({
      type: InnovationResult,
      nullable: true,
      select: (_args, _context, nested) => ({
        result: nested({ select: { status: true, isConfidential: true } }),
      }),
      resolve: ({ result }) => (result && isVisible(result) ? result : null),
    }),
  }),
});

const InnovationResult = builder.prismaNode('InnovationResult', {
  id: { field: 'id' },
  select: { id: true },
  nullable: true,
  findUnique: (id) => ({ id, ...resultVisible }),
  fields: (t) => ({ title: t.exposeString('title') }),
});

function isVisible({ status, isConfidential }) {
  return resultVisible.status.in.includes(status) && !isConfidential;
}
