import { builder, Enums } from './builder.js';
import { competitionVisible, entryApproved, grantListed } from './visibility.js';

builder.prismaNode('Competition', {
  id: { field: 'id' },
  select: { id: true },
  nullable: true,
  findUnique: (id) => ({ id, ...competitionVisible }),
  fields: (t) => ({
    title: t.exposeString('title'),
    kind: t.expose('kind', { type: Enums.CompetitionKind }),
    level: t.expose('level', { type: Enums.AdminLevel }),
    year: t.exposeInt('year'),
    status: t.expose('status', { type: Enums.CompetitionStatus }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true }),
    // Who sees this sees the competition, so its own condition need not be repeated.
    entries: t.relatedConnection('entries', {
      cursor: 'id',
      totalCount: true,
      query: { where: entryApproved, orderBy: [{ entryNo: 'asc' }, { id: 'asc' }] },
    }),
  }),
});

export const Entry = builder.prismaNode('Entry', {
  id: { field: 'id' },
  select: { id: true },
  nullable: true,
  findUnique: (id) => ({ id, ...entryApproved, competition: competitionVisible }),
  fields: (t) => ({
    entryNo: t.exposeString('entryNo', { nullable: true }),
    teamName: t.exposeString('teamName', { nullable: true }),
    headcount: t.exposeInt('headcount', { nullable: true }),
    status: t.expose('status', { type: Enums.EntryStatus }),
    approvedAt: t.expose('approvedAt', { type: 'DateTime', nullable: true }),
    project: t.relation('project', { nullable: true }),
  }),
});

builder.prismaNode('Project', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    level: t.expose('level', { type: Enums.ProjectLevel }),
    approvalCode: t.exposeString('approvalCode', { nullable: true }),
    industryCode: t.exposeString('industryCode', { nullable: true }),
    plannedInvestment: t.expose('plannedInvestment', { type: 'Decimal', nullable: true }),
    plannedStart: t.expose('plannedStart', { type: 'Date', nullable: true }),
    plannedEnd: t.expose('plannedEnd', { type: 'Date', nullable: true }),
    status: t.expose('status', { type: Enums.ProjectStatus }),
    region: t.relation('region'),
    owner: t.relation('owner'),
    participants: t.relatedConnection('participants', {
      cursor: 'id',
      query: { orderBy: [{ role: 'asc' }, { id: 'asc' }] },
    }),
    awardGrants: t.relatedConnection('awardGrants', {
      cursor: 'id',
      totalCount: true,
      query: { where: grantListed, orderBy: [{ grantedOn: 'desc' }, { id: 'desc' }] },
    }),
  }),
});

builder.prismaNode('ProjectParticipant', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    role: t.expose('role', { type: Enums.ProjectRole }),
    headcount: t.exposeInt('headcount', { nullable: true }),
    organization: t.relation('organization'),
  }),
});
