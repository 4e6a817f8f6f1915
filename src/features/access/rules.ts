import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { OrganizationType, RegionLevel, Role } from '../../generated/prisma/client.ts';
import { Refusal } from '../../platform/refusals.ts';

/** What a role is held for: an organization and what lies under it, a region and everything below, or everything. */
export interface Scope {
  /** Organizations of these types; none where the role is held for a region or for everything. */
  readonly organizations: readonly OrganizationType[];
  /** Regions of these levels; none where the role is held for an organization or for everything. */
  readonly regions: readonly RegionLevel[];
}

const ANYWHERE: readonly RegionLevel[] = [
  'COUNTRY',
  'PROVINCE',
  'PREFECTURE',
  'COUNTY',
  'TOWNSHIP',
  'FUNCTIONAL_ZONE',
];
/** All but federations and industrial unions, which have officers of their own. */
const UNITS: readonly OrganizationType[] = [
  'JOINT_UNION',
  'GRASSROOTS_UNION',
  'ENTERPRISE',
  'PUBLIC_INSTITUTION',
  'GOVERNMENT_DEPARTMENT',
  'SOCIAL_ORGANIZATION',
  'OTHER',
];
const EVERY_TYPE: readonly OrganizationType[] = ['UNION_FEDERATION', 'INDUSTRIAL_UNION', ...UNITS];

const inRegions = (...regions: RegionLevel[]): Scope => ({ organizations: [], regions });
const forOrganizations = (organizations: readonly OrganizationType[]): Scope => ({
  organizations,
  regions: [],
});

/** Roles that are assigned to people: keys are PARTNER, and everybody is PUBLIC. */
export type AssignedRole = Exclude<Role, 'PARTNER' | 'PUBLIC'>;

export const SCOPES: Readonly<Record<AssignedRole, Scope>> = {
  ADMIN: { organizations: [], regions: [] },
  PROVINCIAL_OFFICER: inRegions('PROVINCE'),
  MUNICIPAL_OFFICER: inRegions('PREFECTURE'),
  COUNTY_OFFICER: inRegions('COUNTY', 'FUNCTIONAL_ZONE'),
  INDUSTRIAL_OFFICER: forOrganizations(['INDUSTRIAL_UNION']),
  UNIT_OFFICER: forOrganizations(UNITS),
  COMMITTEE_OFFICE: inRegions(...ANYWHERE),
  COMMITTEE_MEMBER: inRegions(...ANYWHERE),
  ASSESSOR: forOrganizations(EVERY_TYPE),
  SUPERVISOR: inRegions(...ANYWHERE),
};

/**
 * Who may give a role to others, besides ADMIN: the levels above it. Supervisors are given by ADMIN alone, so
 * that nobody chooses who watches over them.
 */
export const GRANTERS: Readonly<Record<AssignedRole, readonly AssignedRole[]>> = {
  ADMIN: [],
  SUPERVISOR: [],
  PROVINCIAL_OFFICER: [],
  MUNICIPAL_OFFICER: ['PROVINCIAL_OFFICER'],
  COUNTY_OFFICER: ['PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER'],
  INDUSTRIAL_OFFICER: ['PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER'],
  COMMITTEE_OFFICE: ['PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER'],
  COMMITTEE_MEMBER: ['PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER', 'COUNTY_OFFICER'],
  ASSESSOR: ['PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER', 'COUNTY_OFFICER'],
  UNIT_OFFICER: ['PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER', 'COUNTY_OFFICER', 'INDUSTRIAL_OFFICER'],
};

/** Who may give keys to partners, besides ADMIN: their systems belong to a city or more. */
export const KEY_GIVERS: readonly AssignedRole[] = ['PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER'];

/** A key may last this many days at most. */
export const LONGEST_KEY_LIFE = 730;

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const KEY = /^jg_([0-9A-Za-z]{8})_([0-9A-Za-z]{40})$/;

/** A new key: what tells it from others, and what nobody can guess (238 bits). */
export function newKey(): { prefix: string; secret: string; text: string } {
  const [prefix, secret] = [random(8), random(40)];
  return { prefix, secret, text: `jg_${prefix}_${secret}` };
}

/** The parts of a key; undefined for any other text. */
export function readKey(text: string): { prefix: string; secret: string } | undefined {
  const [, prefix, secret] = KEY.exec(text) ?? [];
  return prefix && secret ? { prefix, secret } : undefined;
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares with the hash of a key, or with nothing where there is no such key, in the same time. */
export function isSecretOf(secret: string, hash: string | undefined): boolean {
  const given = createHash('sha256').update(secret).digest();
  const isEqual = timingSafeEqual(given, hash ? Buffer.from(hash, 'hex') : Buffer.alloc(given.length));
  return isEqual && hash !== undefined;
}

function random(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** The role is held for something else. */
export class RoleScopeError extends Refusal {
  readonly code = 'ROLE_SCOPE';

  constructor(
    readonly role: AssignedRole,
    path: readonly string[],
  ) {
    super(`${role} is held for ${scopeOf(role)}.`, path);
  }

  get messageZh(): string {
    const { organizations, regions } = SCOPES[this.role];
    if (regions.length > 0) return `角色 ${this.role} 须指定地区,其层级为:${regions.join('、')}。`;
    if (organizations.length > 0)
      return `角色 ${this.role} 须指定单位,其类型为:${organizations.join('、')}。`;
    return `角色 ${this.role} 不指定地区和单位。`;
  }
}

function scopeOf(role: AssignedRole): string {
  const { organizations, regions } = SCOPES[role];
  if (regions.length > 0) return `a region of these levels: ${regions.join(', ')}`;
  return organizations.length > 0
    ? `an organization, and no region: ${organizations.join(', ')}`
    : 'no region and no organization';
}

/** They have this very role already, at that time or a part of it. */
export class RoleHeldError extends Refusal {
  readonly code = 'ROLE_HELD';
  readonly messageZh = '该用户在此期间已担任该角色。';

  constructor() {
    super('They hold this very role already, at that time or a part of it.', ['role']);
  }
}

/** Nobody gives a role to themselves. */
export class OwnRoleError extends Refusal {
  readonly code = 'OWN_ROLE';
  readonly messageZh = '不能为自己授予角色。';

  constructor() {
    super('Nobody gives a role to themselves: ask somebody else who may.', ['subject']);
  }
}

/** Nobody could give roles any more. */
export class LastAdminError extends Refusal {
  readonly code = 'LAST_ADMIN';
  readonly messageZh = '这是最后一名平台管理员,请先授予他人该角色。';

  constructor() {
    super('Nobody else would be ADMIN then: give the role to somebody else first.', ['id']);
  }
}
