import { sql } from 'kysely';
import { type Actor, actorOf, type HeldRole } from '../../platform/actor.ts';
import type { Call } from '../../platform/call.ts';
import { UnauthenticatedError } from '../../platform/errors.ts';
import { entry } from '../../platform/loaders.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { organizationsUnder } from '../organizations/reads.ts';
import { isSecretOf, readKey } from './rules.ts';

type Where = Pick<Call, 'db' | 'now' | 'signal'>;
type Assignment = Pick<HeldRole, 'role' | 'organizationId' | 'regionId'>;

const MINUTE = 60_000;
const UNKNOWN_KEY = 'The key is not known, or no longer valid.';

/**
 * The user whom the sign-in service calls so, with the roles of this moment. Whoever was never given one is
 * somebody without a role.
 * @throws {UnauthenticatedError} for a demonstration account, unless `isDemo` is asked for
 */
export async function actorOfUser(where: Where, subject: string, isDemo = false): Promise<Actor> {
  const { db, now, signal } = where;
  const rows = await db
    .kysely(signal)
    .selectFrom('user_account as u')
    .leftJoin('role_assignment as a', (join) =>
      join
        .onRef('a.user_id', '=', 'u.id')
        .on('a.starts_at', '<=', now())
        .on((on) => on.or([on('a.ends_at', 'is', null), on('a.ends_at', '>', now())])),
    )
    .where('u.subject', '=', subject)
    .select(['u.id', 'u.name', 'u.is_demo', 'a.role', 'a.organization_id', 'a.region_id'])
    .orderBy('a.role')
    .orderBy('a.id')
    .execute();
  const [user] = rows;
  if ((user?.is_demo ?? false) !== isDemo)
    throw new UnauthenticatedError('This account cannot sign in here.');
  const assignments = rows.flatMap(({ role, organization_id, region_id }) =>
    role ? { role, organizationId: organization_id, regionId: region_id } : [],
  );
  return actorOf(
    { kind: 'USER', subject, id: user?.id ?? null, name: user?.name ?? null },
    await withReach(where, assignments),
  );
}

/**
 * The partner's system that has this key.
 * @throws {UnauthenticatedError} where the key is not known, has expired or was revoked: all look the same
 */
export async function actorOfKey(where: Where, text: string): Promise<Actor> {
  const { db, now, signal } = where;
  const { prefix, secret } = readKey(text) ?? { prefix: '', secret: text };
  const key = await db
    .kysely(signal)
    .selectFrom('api_key as k')
    .innerJoin('api_client as c', 'c.id', 'k.client_id')
    .where('k.prefix', '=', prefix)
    .select(['k.id', 'k.secret_hash', 'k.expires_at', 'k.revoked_at', 'k.last_used_at', 'k.region_id'])
    .select(sql<Actor['scopes']>`k.scopes::text[]`.as('scopes'))
    .select(['c.id as client_id', 'c.name', 'c.organization_id'])
    .executeTakeFirst();
  const isRight = isSecretOf(secret, key?.secret_hash);
  if (!key || !isRight || key.revoked_at || key.expires_at <= now())
    throw new UnauthenticatedError(UNKNOWN_KEY);
  if (!key.last_used_at || key.last_used_at.getTime() + MINUTE <= now().getTime()) {
    await db
      .kysely(signal)
      .updateTable('api_key')
      .set({ last_used_at: now() })
      .where('id', '=', key.id)
      .execute();
  }
  const { client_id: id, name, organization_id: organizationId, region_id: regionId, scopes } = key;
  return actorOf(
    { kind: 'PARTNER', subject: prefix, id, name },
    await withReach(where, [{ role: 'PARTNER', organizationId, regionId }]),
    scopes,
  );
}

/** Whether somebody else is ADMIN at that time, and has no end set. Of two who end each other's role at once, the second one waits. */
export async function hasOtherAdmin({ db, signal }: Where, userId: string, at: Date): Promise<boolean> {
  const admins = await db
    .kysely(signal)
    .selectFrom('role_assignment')
    .where('role', '=', 'ADMIN')
    .where('starts_at', '<=', at)
    .where('ends_at', 'is', null)
    .orderBy('id')
    .select('user_id')
    .forUpdate()
    .execute();
  return admins.some((each) => each.user_id !== userId);
}

/** The roles with all that lies in their reach. */
export async function withReach(
  where: Where,
  assignments: readonly Assignment[],
): Promise<readonly HeldRole[]> {
  const ids = (key: 'regionId' | 'organizationId') => [
    ...new Set(assignments.flatMap((each) => each[key] ?? [])),
  ];
  const [regions, organizations] = await Promise.all([
    regionsBelow(where, ids('regionId')),
    organizationsUnder(where, ids('organizationId')),
  ]);
  return assignments.map((assignment) => ({
    ...assignment,
    regionIds: regions.get(assignment.regionId ?? '') ?? [],
    organizationIds: organizations.get(assignment.organizationId ?? '') ?? [],
  }));
}

async function regionsBelow({ db, signal }: Where, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .kysely(signal)
    .selectFrom('region_ancestry')
    .where(isOneOf('ancestor_id', ids))
    .select(['ancestor_id as root', 'descendant_id as id'])
    .execute();
  return byRoot(rows);
}

function byRoot(rows: readonly { root: string; id: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { root, id } of rows) entry<string, string[]>(found, root, () => []).push(id);
  return found;
}
