import { describe, expect, test } from 'vitest';
import { actorOfUser } from '../../src/features/access/reads.ts';
import { callOf } from '../kit/calls.ts';
import { id, outcome, refusal, startScene } from './scene.ts';

const { app, here, there, person, officers } = await startScene();
const { prisma } = app.db;
const { county, admin, municipal } = officers;
const unit = (data = {}) => app.organization({ regionId: here.county.id, ...data });
const merge = (one: { id: string }, into: { id: string }, more = {}) => ({
  id: id('Organization', one),
  version: 1,
  into: id('Organization', into),
  ...more,
});
test('what is alive goes on with the successor; history stays, and is reached from there', async () => {
  const [old, successor] = [await unit(), await unit()];
  const worker = await app.person({ employerId: old.id });
  const union = await unit({ type: 'GRASSROOTS_UNION', employerId: old.id });
  const [below, closed] = [
    await unit({ parentId: old.id }),
    await unit({ parentId: old.id, status: 'CLOSED', validTo: new Date('2020-01-01') }),
  ];
  const project = await app.project({ ownerId: old.id, regionId: here.county.id });
  const value = '91370602MA00000154';
  await prisma.organizationIdentifier.create({ data: { organizationId: old.id, scheme: 'USCC', value } });
  const officer = await person({ role: 'UNIT_OFFICER', organizationId: successor.id });

  const told = await county.does(
    'organizationMerge',
    merge(old, successor, { opinion: '示例合并', validTo: '2026-04-01' }),
    `... on OrganizationMergePayload { organization { status validTo version nextActions successors { nodes { id } }
      people { totalCount } ownedProjects { nodes { id } } children { nodes { id } } unions { totalCount }
      identifiers { totalCount } formerIdentifiers { nodes { value organization { id } issuedTo { id } } }
      events { nodes { action fromState toState opinion } } } }`,
  );
  expect(told.organization).toEqual({
    status: 'MERGED',
    validTo: '2026-04-01',
    version: 2,
    nextActions: [],
    successors: { nodes: [{ id: id('Organization', successor) }] },
    people: { totalCount: 0 },
    ownedProjects: { nodes: [{ id: id('Project', project) }] },
    children: { nodes: [{ id: id('Organization', closed) }] },
    unions: { totalCount: 0 },
    identifiers: { totalCount: 0 },
    formerIdentifiers: {
      nodes: [
        {
          value,
          organization: { id: id('Organization', successor) },
          issuedTo: { id: id('Organization', old) },
        },
      ],
    },
    events: { nodes: [{ action: 'MERGE', fromState: 'ACTIVE', toState: 'MERGED', opinion: '示例合并' }] },
  });

  const query = `query ($id: ID!, $uscc: String!) { node(id: $id) { ... on Organization { status } }
    byId: organization(id: $id) { status } byCode: organization(uscc: $uscc) { id predecessors { nodes { id } }
      people { nodes { id } } unions { nodes { id } } children { nodes { id } } } }`;
  const { data } = await app.ask(query, { id: id('Organization', old), uscc: value });
  expect(data).toEqual({
    node: { status: 'MERGED' },
    byId: { status: 'MERGED' },
    byCode: {
      id: id('Organization', successor),
      predecessors: { nodes: [{ id: id('Organization', old) }] },
      people: { nodes: [{ id: id('Person', worker) }] },
      unions: { nodes: [{ id: id('Organization', union) }] },
      children: { nodes: [{ id: id('Organization', below) }] },
    },
  });
  // All that moved is told, and the officer of the successor looks after what the old one did.
  const changes = await prisma.changeEvent.findMany({ where: { action: 'organizationMerge' } });
  expect(changes.map(({ entityId }) => entityId).toSorted()).toEqual(
    [
      worker.id,
      union.id,
      below.id,
      old.id,
      changes.find((each) => each.entityType === 'OrganizationIdentifier')!.entityId,
    ].toSorted(),
  );
  const { roles } = await actorOfUser(callOf(app), officer.subject);
  expect(roles[0]!.organizationIds).toContain(old.id);
  const change = { id: id('Project', project), version: 1, name: '示例改名' };
  expect(await outcome(officer, 'projectUpdate', change)).toBe('done');

  // A further merger hands the code on.
  const last = await unit();
  expect(await outcome(county, 'organizationMerge', merge(successor, last))).toBe('done');
  const again = await app.ask(query, { id: id('Organization', old), uscc: value });
  expect(again.data).toMatchObject({ byCode: { id: id('Organization', last) } });
});

test('an organization merges into one under it, which is lifted to its place', async () => {
  const top = await unit();
  const old = await unit({ parentId: top.id });
  const successor = await unit({ parentId: old.id });
  const sister = await unit({ parentId: old.id });
  expect(await outcome(county, 'organizationMerge', merge(old, successor))).toBe('done');
  const parentOf = async (each: { id: string }) =>
    (await prisma.organization.findUniqueOrThrow({ where: { id: each.id } })).parentId;
  expect([await parentOf(successor), await parentOf(sister), await parentOf(old)]).toEqual([
    top.id,
    successor.id,
    top.id,
  ]);
});

describe('nothing merges', () => {
  test('into itself, into another kind, or into a record of the demonstration', async () => {
    const one = await unit();
    const union = await unit({ type: 'GRASSROOTS_UNION' });
    const demo = await unit({ isDemo: true });
    for (const into of [one, union, demo]) {
      expect(await refusal(county, 'organizationMerge', merge(one, into))).toMatchObject({
        code: 'INVALID',
        path: ['into'],
      });
    }
  });

  test('into what no longer exists, and whose successor is told', async () => {
    const [old, successor, one] = [await unit(), await unit(), await unit()];
    await county.does('organizationMerge', merge(old, successor));
    const facts = '... on OrganizationEndedError { successors { id } }';
    expect(await refusal(county, 'organizationMerge', merge(one, old), facts)).toMatchObject({
      code: 'ORGANIZATION_ENDED',
      path: ['into'],
      successors: [{ id: id('Organization', successor) }],
    });
    expect(await outcome(county, 'organizationMerge', merge(old, one, { version: 2 }))).toBe('INVALID_STATE');
  });

  test('in a circle', async () => {
    const [one, other] = [await unit(), await unit()];
    await prisma.organizationSuccession.create({ data: { predecessorId: other.id, successorId: one.id } });
    expect(await refusal(county, 'organizationMerge', merge(one, other))).toMatchObject({
      code: 'INVALID',
      path: ['into'],
    });
    expect(await outcome(county, 'organizationMerge', merge(other, one))).toBe('done');
  });

  test('into what somebody else looks after', async () => {
    const [one, foreign] = [await unit(), await app.organization({ regionId: there.county.id })];
    expect(await refusal(municipal, 'organizationMerge', merge(one, foreign))).toMatchObject({
      code: 'FORBIDDEN',
      path: ['into'],
    });
    expect(await outcome(admin, 'organizationMerge', merge(one, foreign))).toBe('done');
  });
});
