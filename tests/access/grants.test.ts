import { expect, test } from 'vitest';
import { GRANTERS } from '../../src/features/access/rules.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { type AssignedRole, grant, held, provinces } from './provinces.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { here, there, everyone } = await provinces(app, signIn);
const { municipal } = everyone;

const GRANTED = `... on RoleAssignmentGrantPayload { roleAssignment { id role startsAt endsAt version
  user { subject name } organization { id } region { id } } }`;

test('gives a role, from now on unless told otherwise', async () => {
  const endsAt = '2027-05-01T12:00:00.000Z';
  const given = await grant(
    municipal,
    {
      ...held(here).COUNTY_OFFICER,
      subject: 'new',
      name: ' 示例干部 ',
      role: 'COUNTY_OFFICER',
      endsAt,
      opinion: '示例',
    },
    GRANTED,
  );
  expect(given).toEqual({
    __typename: 'RoleAssignmentGrantPayload',
    roleAssignment: {
      id: expect.any(String),
      role: 'COUNTY_OFFICER',
      startsAt: NOON.toISOString(),
      endsAt,
      version: 1,
      user: { subject: 'new', name: '示例干部' },
      organization: null,
      region: { id: globalId('Region', here.county.id) },
    },
  });
  const { id } = await prisma.roleAssignment.findFirstOrThrow({ where: { user: { subject: 'new' } } });
  expect(await prisma.workflowEvent.findMany({ where: { subjectId: id } })).toEqual([
    {
      id: expect.any(String),
      subjectType: 'RoleAssignment',
      subjectId: id,
      action: 'GRANT',
      fromState: null,
      toState: 'HELD',
      opinion: '示例',
      at: NOON,
      requestId: expect.any(String),
      actorUserId: municipal.id,
      actorClientId: null,
      actorRole: 'MUNICIPAL_OFFICER',
      actorOrganizationId: null,
      regionId: here.county.id,
      organizationId: null,
    },
  ]);
});

/** Who may give what within a province, as the README ranks them; nobody but ADMIN gives anything in another one. */
const MAY: Record<AssignedRole, (keyof typeof everyone)[]> = {
  ADMIN: ['admin'],
  PROVINCIAL_OFFICER: ['admin'],
  MUNICIPAL_OFFICER: ['admin', 'provincial'],
  COUNTY_OFFICER: ['admin', 'provincial', 'municipal'],
  INDUSTRIAL_OFFICER: ['admin', 'provincial', 'municipal'],
  UNIT_OFFICER: ['admin', 'provincial', 'municipal', 'county', 'industrial'],
  COMMITTEE_OFFICE: ['admin', 'provincial', 'municipal'],
  COMMITTEE_MEMBER: ['admin', 'provincial', 'municipal', 'county'],
  ASSESSOR: ['admin', 'provincial', 'municipal', 'county'],
  SUPERVISOR: ['admin'],
};

test.each(Object.keys(MAY) as AssignedRole[])(
  '%s is given by those above it, in their reach',
  async (role) => {
    for (const [name, who] of Object.entries(everyone)) {
      const may = (MAY[role] as string[]).includes(name);
      const forbidden = {
        __typename: 'ForbiddenError',
        code: 'FORBIDDEN',
        path: ['role'],
        needs: ['ADMIN', ...GRANTERS[role]],
      };
      const done = { __typename: 'RoleAssignmentGrantPayload' };
      expect([name, await grant(who, { role, ...held(here)[role] })]).toEqual([name, may ? done : forbidden]);
      const isEverywhere = name === 'admin' || (may && role === 'ADMIN');
      expect([name, await grant(who, { role, ...held(there)[role] })]).toEqual([
        name,
        isEverywhere ? done : forbidden,
      ]);
    }
  },
);

test('an office outside of the reach is outside, also of a role for a region inside', async () => {
  const input = { role: 'COUNTY_OFFICER', ...held(here).COUNTY_OFFICER };
  expect(await grant(municipal, { ...input, ...held(there).UNIT_OFFICER })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await grant(municipal, { ...input, ...held(here).UNIT_OFFICER })).not.toHaveProperty('code');
});
