import { expect, test } from 'vitest';
import { SCOPES } from '../../src/features/access/rules.ts';
import type { OrganizationType, RegionLevel, Role } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { grant, held, provinces } from './provinces.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { here, everyone, person } = await provinces(app, signIn);
const { admin, county } = everyone;

const SCOPE = `... on RoleScopeError { role regionLevels organizationTypes }`;
test.each<[string, Role, object, string, readonly RegionLevel[], readonly OrganizationType[]]>([
  ['nowhere', 'COUNTY_OFFICER', {}, 'region', ['COUNTY', 'FUNCTIONAL_ZONE'], []],
  ['a city', 'COUNTY_OFFICER', held(here).MUNICIPAL_OFFICER, 'region', ['COUNTY', 'FUNCTIONAL_ZONE'], []],
  ['a county', 'MUNICIPAL_OFFICER', held(here).COUNTY_OFFICER, 'region', ['PREFECTURE'], []],
  ['a county', 'ADMIN', held(here).COUNTY_OFFICER, 'region', [], []],
  ['a unit', 'ADMIN', held(here).UNIT_OFFICER, 'organization', [], []],
  ['nobody', 'UNIT_OFFICER', {}, 'organization', [], SCOPES.UNIT_OFFICER.organizations],
  ['a region', 'UNIT_OFFICER', held(here).COUNTY_OFFICER, 'region', [], SCOPES.UNIT_OFFICER.organizations],
  ['a unit', 'INDUSTRIAL_OFFICER', held(here).UNIT_OFFICER, 'organization', [], ['INDUSTRIAL_UNION']],
  [
    'an industrial union',
    'UNIT_OFFICER',
    held(here).INDUSTRIAL_OFFICER,
    'organization',
    [],
    SCOPES.UNIT_OFFICER.organizations,
  ],
])('not for %s: %s', async (_, role, place, path, regionLevels, organizationTypes) => {
  expect(await grant(admin, { role, ...place }, SCOPE)).toEqual({
    __typename: 'RoleScopeError',
    code: 'ROLE_SCOPE',
    path: [path],
    ...{ role, regionLevels, organizationTypes },
  });
});

test('not for what is not there', async () => {
  const nowhere = globalId('Region', here.unit.id);
  expect(await grant(admin, { role: 'COUNTY_OFFICER', region: nowhere })).toMatchObject({
    code: 'NOT_FOUND',
    path: ['region'],
  });
  expect(await grant(admin, { role: 'UNIT_OFFICER', organization: 'x' })).toMatchObject({
    code: 'NOT_FOUND',
    path: ['organization'],
  });
});

test('not twice at a time, but again after it', async () => {
  const input = { subject: 'twice', role: 'UNIT_OFFICER', ...held(here).UNIT_OFFICER };
  const [later, later2] = ['2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z'];
  expect(await grant(county, { ...input, endsAt: later })).not.toHaveProperty('code');
  expect(await grant(county, { ...input, endsAt: later2 })).toMatchObject({
    code: 'ROLE_HELD',
    path: ['role'],
  });
  expect(await grant(county, { ...input, startsAt: later })).not.toHaveProperty('code');
});

test('ten times at once: one has it', async () => {
  const input = { subject: 'ten', role: 'UNIT_OFFICER', ...held(here).UNIT_OFFICER };
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => grant(county, input)));
  expect(outcomes.map(({ code }) => code ?? 'given').toSorted()).toEqual([
    ...Array(9).fill('ROLE_HELD'),
    'given',
  ]);
  expect(await prisma.user.count({ where: { subject: 'ten' } })).toBe(1);
});

test('not to oneself', async () => {
  expect(await grant(admin, { subject: admin.subject, role: 'ADMIN' })).toMatchObject({
    code: 'OWN_ROLE',
    path: ['subject'],
  });
});

test.each([
  ['before now', { startsAt: '2026-05-01T11:59:59Z' }],
  ['that end before they begin', { startsAt: '2026-06-01T00:00:00Z', endsAt: '2026-06-01T00:00:00Z' }],
  ['to nobody', { subject: '' }],
  ['with spaces around the subject', { subject: ' a' }],
  ['of a partner', { role: 'PARTNER' }],
  ['of everybody', { role: 'PUBLIC' }],
])('no roles %s', async (_, input) => {
  expect(await grant(admin, { role: 'ADMIN', ...input })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('not by whoever has not signed in, with 401', async () => {
  const query = `mutation { roleAssignmentGrant(input: { subject: "a", role: ADMIN }) { __typename } }`;
  const { status, errors, data } = await app.ask(query);
  expect([status, errors?.map(({ extensions }) => extensions.code), data]).toEqual([
    401,
    ['UNAUTHENTICATED'],
    null,
  ]);
});

test('not by whoever has no role', async () => {
  expect(await grant(await person(), { role: 'ADMIN' })).toMatchObject({
    code: 'FORBIDDEN',
    needs: ['ADMIN'],
  });
});
