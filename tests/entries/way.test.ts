import { expect, test } from 'vitest';
import { fromGlobalId, globalId } from '../../src/graphql/ids.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { applying, does, entry, FULL, land } from './land.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const here = await land(app, signIn);
const { unit, county, municipal } = here.everyone;

test('an entry goes from its draft over a return and a recommendation to its approval, and every step is kept', async () => {
  const competition = await applying(app, here);
  const track = await app.track({ competitionId: competition.id });
  const project = await app.project({ ownerId: here.unit.id, regionId: here.county.id });
  const made = await entry(
    unit,
    'entryCreate',
    {
      competition: globalId('Competition', competition.id),
      track: globalId('Track', track.id),
      applicant: globalId('Organization', here.unit.id),
      project: globalId('Project', project.id),
      plan: ' 示例方案 ',
      leadingGroup: '示例领导小组',
    },
    `entryNo teamName plan leadingGroup headcount status submittedAt approvedAt route step closedAt isDemo version
     createdAt updatedAt nextActions region { id } competition { id } track { id } applicant { id } project { id }
     subject { __typename ... on Project { id } } enclosures { totalCount }`,
  );
  const { id } = fromGlobalId(String(made.id))!;
  expect(made).toEqual({
    id: globalId('Entry', id),
    entryNo: null,
    teamName: null,
    plan: '示例方案',
    leadingGroup: '示例领导小组',
    headcount: null,
    status: 'DRAFT',
    submittedAt: null,
    approvedAt: null,
    route: [],
    step: null,
    closedAt: null,
    isDemo: false,
    version: 1,
    createdAt: NOON.toISOString(),
    updatedAt: NOON.toISOString(),
    nextActions: ['UPDATE', 'SUBMIT', 'WITHDRAW'],
    region: { id: globalId('Region', here.county.id) },
    competition: { id: globalId('Competition', competition.id) },
    track: { id: globalId('Track', track.id) },
    applicant: { id: globalId('Organization', here.unit.id) },
    project: { id: globalId('Project', project.id) },
    subject: { __typename: 'Project', id: globalId('Project', project.id) },
    enclosures: { totalCount: 0 },
  });

  expect(await does(app, unit, 'Submit', id)).toEqual({
    error: 'IncompleteError',
    code: 'INCOMPLETE',
    path: ['id'],
    missing: ['headcount'],
  });
  expect(await does(app, unit, 'Update', id, FULL)).toEqual({ status: 'DRAFT', version: 2 });
  expect(await does(app, unit, 'Submit', id)).toEqual({ status: 'SUBMITTED', version: 3 });
  expect(await does(app, county, 'Return', id, { opinion: ' 示例退回意见 ' })).toEqual({
    status: 'RETURNED',
    version: 4,
  });
  expect(await does(app, unit, 'Update', id, { headcount: 30 })).toEqual({ status: 'RETURNED', version: 5 });
  expect(await does(app, unit, 'Submit', id)).toEqual({ status: 'SUBMITTED', version: 6 });
  expect(await does(app, county, 'Recommend', id, { opinion: '示例推荐意见' })).toEqual({
    status: 'RECOMMENDED',
    version: 7,
  });
  expect(await does(app, municipal, 'Approve', id, { opinion: '' })).toEqual({
    status: 'APPROVED',
    version: 8,
  });
  expect(await prisma.entry.findUnique({ where: { id } })).toEqual({
    id,
    entryNo: '2026-0001',
    teamName: null,
    ...FULL,
    headcount: 30,
    status: 'APPROVED',
    submittedAt: NOON,
    approvedAt: NOON,
    route: ['COUNTY', 'MUNICIPAL'],
    step: 1,
    closedAt: null,
    isDemo: false,
    version: 8,
    createdAt: NOON,
    updatedAt: NOON,
    regionId: here.county.id,
    competitionId: competition.id,
    trackId: track.id,
    applicantId: here.unit.id,
    projectId: project.id,
    organizationId: null,
    studioId: null,
    resultId: null,
  });

  const events = await prisma.workflowEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  const step = (
    action: string,
    fromState: string | null,
    toState: string,
    who: typeof unit,
    role: string,
  ) => ({
    id: expect.any(String),
    subjectType: 'Entry',
    subjectId: id,
    action,
    fromState,
    toState,
    opinion: null,
    at: NOON,
    requestId: expect.any(String),
    regionId: here.county.id,
    organizationId: here.unit.id,
    actorUserId: who.id,
    actorClientId: null,
    actorRole: role,
    actorOrganizationId: role === 'UNIT_OFFICER' ? here.unit.id : null,
  });
  expect(events).toEqual([
    step('CREATE', null, 'DRAFT', unit, 'UNIT_OFFICER'),
    step('UPDATE', 'DRAFT', 'DRAFT', unit, 'UNIT_OFFICER'),
    step('SUBMIT', 'DRAFT', 'SUBMITTED', unit, 'UNIT_OFFICER'),
    { ...step('RETURN', 'SUBMITTED', 'RETURNED', county, 'COUNTY_OFFICER'), opinion: '示例退回意见' },
    step('UPDATE', 'RETURNED', 'RETURNED', unit, 'UNIT_OFFICER'),
    step('SUBMIT', 'RETURNED', 'SUBMITTED', unit, 'UNIT_OFFICER'),
    { ...step('RECOMMEND', 'SUBMITTED', 'RECOMMENDED', county, 'COUNTY_OFFICER'), opinion: '示例推荐意见' },
    step('APPROVE', 'RECOMMENDED', 'APPROVED', municipal, 'MUNICIPAL_OFFICER'),
  ]);
  const changes = await prisma.changeEvent.findMany({ where: { entityId: id }, orderBy: { seq: 'asc' } });
  expect(changes.map(({ action, actorRole }) => [action, actorRole])).toEqual([
    ['entryCreate', 'UNIT_OFFICER'],
    ['entryUpdate', 'UNIT_OFFICER'],
    ['entrySubmit', 'UNIT_OFFICER'],
    ['entryReturn', 'COUNTY_OFFICER'],
    ['entryUpdate', 'UNIT_OFFICER'],
    ['entrySubmit', 'UNIT_OFFICER'],
    ['entryRecommend', 'COUNTY_OFFICER'],
    ['entryApprove', 'MUNICIPAL_OFFICER'],
  ]);

  const history = `query ($id: ID!) { node(id: $id) { ... on Entry { events(first: 3) { totalCount
    nodes { action fromState toState opinion at actorRole actorUser { name } actorOrganization { id } } } } } }`;
  const seen = await unit.ask<{ node: { events: { totalCount: number; nodes: object[] } } }>(history, {
    id: globalId('Entry', id),
  });
  expect(seen.data!.node.events.totalCount).toBe(8);
  expect(seen.data!.node.events.nodes[2]).toEqual({
    action: 'SUBMIT',
    fromState: 'DRAFT',
    toState: 'SUBMITTED',
    opinion: null,
    at: NOON.toISOString(),
    actorRole: 'UNIT_OFFICER',
    actorUser: { name: expect.any(String) },
    actorOrganization: { id: globalId('Organization', here.unit.id) },
  });
  // The public sees the entry now, and nothing of how it came to be.
  const publicly = await app.ask(history, { id: globalId('Entry', id) });
  expect(publicly.data).toEqual({ node: { events: { totalCount: 0, nodes: [] } } });
});
