import type { Role } from '../../generated/prisma/client.ts';
import { idGiven } from '../../graphql/ids.ts';
import { mutation } from '../../graphql/mutations.ts';
import { refusalType } from '../../graphql/refusals.ts';
import { enumType } from '../../graphql/types.ts';
import { BadInputError } from '../../platform/errors.ts';
import {
  AlreadyEndedError,
  ForbiddenError,
  NotFoundError,
  VersionConflictError,
} from '../../platform/refusals.ts';
import { createKey } from './commands/createKey.ts';
import { endRole } from './commands/endRole.ts';
import { grantRole } from './commands/grantRole.ts';
import { revokeKey } from './commands/revokeKey.ts';
import {
  type AssignedRole,
  LastAdminError,
  OwnRoleError,
  RoleHeldError,
  RoleScopeError,
  SCOPES,
} from './rules.ts';

refusalType(RoleScopeError, 'The role is held for something else', (t) => ({
  role: t.field({ type: enumType('Role'), description: 'The role', resolve: ({ role }) => role }),
  regionLevels: t.field({
    type: [enumType('RegionLevel')],
    description: 'It takes a region of one of these levels; empty where it takes none',
    resolve: ({ role }) => [...SCOPES[role].regions],
  }),
  organizationTypes: t.field({
    type: [enumType('OrganizationType')],
    description: 'It takes an organization of one of these types; empty where it needs none',
    resolve: ({ role }) => [...SCOPES[role].organizations],
  }),
}));
refusalType(RoleHeldError, 'They hold this very role already, at that time or a part of it');
refusalType(OwnRoleError, 'Nobody gives a role to themselves');
refusalType(LastAdminError, 'Nobody else would be ADMIN then, and so nobody could give roles any more');

mutation('roleAssignmentGrant', {
  description:
    'Give somebody a role (授予角色). ADMIN may give each; officers may give, within their reach, those below theirs: ' +
    'the error ForbiddenError names who may. Nobody gives one to themselves.',
  input: (t) => ({
    subject: t.string({
      required: true,
      description: 'To whom, as the sign-in service calls them: the claim sub',
    }),
    name: t.string({ description: 'Their name, kept if they have never had a role before' }),
    role: t.field({ type: enumType('Role'), required: true, description: 'The role' }),
    organization: t.id({ description: 'The organization that it is held for' }),
    region: t.id({ description: 'The region that it reaches over, with everything below' }),
    startsAt: t.field({ type: 'DateTime', description: 'From when it holds; from now on unless given' }),
    endsAt: t.field({ type: 'DateTime', description: 'When it ends; open unless given' }),
    opinion: t.string({ description: 'Why, for the record' }),
  }),
  payload: { roleAssignment: { model: 'RoleAssignment', description: 'What they have now' } },
  refusals: [NotFoundError, ForbiddenError, RoleScopeError, RoleHeldError, OwnRoleError],
  run: async (call, { role, organization, region, ...rest }) => {
    const { id } = await grantRole(call, {
      ...rest,
      role: assigned(role as Role),
      organizationId: organization == null ? null : idGiven('Organization', organization, ['organization']),
      regionId: region == null ? null : idGiven('Region', region, ['region']),
    });
    return { roleAssignment: id };
  },
});

mutation('roleAssignmentEnd', {
  description: 'End a role (终止角色), at once or later; whoever may give it may end it',
  input: (t) => ({
    id: t.id({ required: true, description: 'The assignment' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    endsAt: t.field({ type: 'DateTime', description: 'When it ends; now unless given' }),
    opinion: t.string({ description: 'Why, for the record' }),
  }),
  payload: { roleAssignment: { model: 'RoleAssignment', description: 'With its end' } },
  refusals: [NotFoundError, ForbiddenError, VersionConflictError, AlreadyEndedError, LastAdminError],
  run: async (call, { id, ...rest }) => ({
    roleAssignment: (await endRole(call, { ...rest, id: idGiven('RoleAssignment', id) })).id,
  }),
});

mutation('apiKeyCreate', {
  description:
    "Make a key for a partner's system (创建接口密钥), to be sent as `authorization: Bearer <key>`. ADMIN may, and officers of " +
    'a municipal or provincial federation within their region. Two keys of one system let it change over from one to the other.',
  input: (t) => ({
    organization: t.id({ required: true, description: 'The organization that runs the system' }),
    name: t.string({ required: true, description: 'Name of the system' }),
    region: t.id({
      required: true,
      description: 'The region that the key reaches over, with everything below',
    }),
    scopes: t.field({
      type: [enumType('ApiScope')],
      required: true,
      description: 'What it opens there besides what is published',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'When it stops to work, within two years',
    }),
  }),
  payload: { apiKey: { model: 'ApiKey', description: 'The key as it is kept' } },
  once: { key: 'The key itself: keep it safe, as only a hash of it is kept here' },
  refusals: [NotFoundError, ForbiddenError],
  run: async (call, { organization, region, scopes, ...rest }) => {
    const { row, text } = await createKey(call, {
      ...rest,
      scopes: scopes as never,
      organizationId: idGiven('Organization', organization, ['organization']),
      regionId: idGiven('Region', region, ['region']),
    });
    return { apiKey: row.id, key: text };
  },
});

mutation('apiKeyRevoke', {
  description: 'Revoke a key (吊销接口密钥), at once and for ever; whoever may give it may revoke it',
  input: (t) => ({
    id: t.id({ required: true, description: 'The key' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    reason: t.string({ required: true, description: 'Why' }),
  }),
  payload: { apiKey: { model: 'ApiKey', description: 'The key, revoked' } },
  refusals: [NotFoundError, ForbiddenError, VersionConflictError, AlreadyEndedError],
  run: async (call, { id, ...rest }) => ({
    apiKey: (await revokeKey(call, { ...rest, id: idGiven('ApiKey', id) })).id,
  }),
});

function assigned(role: Role): AssignedRole {
  if (Object.hasOwn(SCOPES, role)) return role as AssignedRole;
  throw new BadInputError(
    `input.role: ${role} is assigned to nobody: keys are PARTNER, and everybody is PUBLIC.`,
  );
}
