import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import type { Person } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';
import { provinces } from './provinces.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { here, there, everyone, person } = await provinces(app, signIn);
const { admin, municipal, county, supervisor } = everyone;

const ENDED = '... on RoleAssignmentEndPayload { roleAssignment { endsAt version } }';
const REFUSED = `... on Error { code path } ... on ForbiddenError { needs } ... on NotFoundError { type }
  ... on VersionConflictError { currentVersion } ... on AlreadyEndedError { endedAt }`;
const end = (who: Person, id: string, more: object = {}) =>
  who.does(
    'roleAssignmentEnd',
    { id: globalId('RoleAssignment', id), version: 1, ...more },
    `${ENDED} ${REFUSED}`,
  );

/** An officer of the unit, and the id of what makes them one. */
async function officer({ unit } = here, startsAt = NOON) {
  const who = await person({ role: 'UNIT_OFFICER', organizationId: unit.id, startsAt });
  const { id } = await prisma.roleAssignment.findFirstOrThrow({ where: { userId: who.id } });
  return { who, id };
}
const rolesOf = async (who: Person) => {
  const { data } = await who.ask<{ viewer: { roles: { role: string }[] } }>('{ viewer { roles { role } } }');
  return data!.viewer.roles.map(({ role }) => role);
};

test('a role ends at once', async () => {
  const { who, id } = await officer();
  expect(await rolesOf(who)).toEqual(['UNIT_OFFICER']);
  expect(await end(county, id, { opinion: '示例' })).toEqual({
    __typename: 'RoleAssignmentEndPayload',
    roleAssignment: { endsAt: NOON.toISOString(), version: 2 },
  });
  expect(await rolesOf(who)).toEqual(['PUBLIC']);
  const events = await prisma.workflowEvent.findMany({ where: { subjectId: id } });
  expect(events).toMatchObject([
    { action: 'END', fromState: 'HELD', toState: 'ENDED', opinion: '示例', actorRole: 'COUNTY_OFFICER' },
  ]);
});

test('or later', async () => {
  const { who, id } = await officer();
  const endsAt = '2026-05-02T00:00:00.000Z';
  expect(await end(county, id, { endsAt })).toMatchObject({ roleAssignment: { endsAt, version: 2 } });
  expect(await rolesOf(who)).toEqual(['UNIT_OFFICER']);
});

test('one that has not begun is never held', async () => {
  const startsAt = new Date('2026-06-01T00:00:00Z');
  const { id } = await officer(here, startsAt);
  expect(await end(county, id)).toMatchObject({ roleAssignment: { endsAt: startsAt.toISOString() } });
});

test('not twice', async () => {
  const { id } = await officer();
  await end(county, id);
  expect(await end(county, id, { version: 2 })).toEqual({
    __typename: 'AlreadyEndedError',
    code: 'ALREADY_ENDED',
    path: ['id'],
    endedAt: NOON.toISOString(),
  });
});

test('not before now', async () => {
  const { id } = await officer();
  expect(await end(county, id, { endsAt: '2026-05-01T11:59:59Z' })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('of twenty who have read the same version, one ends it, and the others are told', async () => {
  const { id } = await officer();
  const days = Array.from({ length: 20 }, (_, n) => `2026-05-${10 + n}T00:00:00.000Z`);
  const outcomes = await Promise.all(days.map((endsAt) => end(admin, id, { endsAt })));
  const [done, ...more] = outcomes.filter(({ code }) => code === undefined);
  expect(more).toEqual([]);
  const { endsAt } = await prisma.roleAssignment.findUniqueOrThrow({ where: { id } });
  expect(done).toMatchObject({ roleAssignment: { endsAt: endsAt!.toISOString(), version: 2 } });
  expect(outcomes.filter(({ code }) => code !== undefined)).toEqual(
    Array(19).fill({
      __typename: 'VersionConflictError',
      code: 'CONFLICT',
      path: ['version'],
      currentVersion: 2,
    }),
  );
  expect(await prisma.changeEvent.count({ where: { entityId: id } })).toBe(1);
});

test('not by who sees it, and may not', async () => {
  const { who, id } = await officer();
  const forbidden = {
    __typename: 'ForbiddenError',
    code: 'FORBIDDEN',
    needs: expect.arrayContaining(['ADMIN']),
  };
  expect(await end(supervisor, id)).toMatchObject(forbidden);
  expect(await end(who, id)).toMatchObject(forbidden);
});

test('elsewhere there is none, as where there never was one', async () => {
  const { id } = await officer(there);
  for (const each of [id, there.unit.id]) {
    expect(await end(municipal, each)).toEqual({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      path: ['id'],
      type: 'RoleAssignment',
    });
  }
  expect(await prisma.roleAssignment.findUniqueOrThrow({ where: { id } })).toMatchObject({
    version: 1,
    endsAt: null,
  });
});
