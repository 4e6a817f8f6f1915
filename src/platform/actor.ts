import { createHash } from 'node:crypto';
import type { ApiScope, Role } from '../generated/prisma/client.ts';

/** A role with what it reaches over: an organization with what lies under it, or a region with everything below. */
export interface HeldRole {
  readonly role: Role;
  readonly organizationId: string | null;
  readonly regionId: string | null;
  /** The organization and what lies under it. */
  readonly organizationIds: readonly string[];
  /** The region, what lies below, and what these were before they were renamed or merged. */
  readonly regionIds: readonly string[];
}

/** Whom the sign-in service or a key vouches for. Who was never given a role has no record, and so no id. */
export type Subject =
  | {
      readonly kind: 'USER';
      readonly subject: string;
      readonly id: string | null;
      readonly name: string | null;
    }
  | { readonly kind: 'PARTNER'; readonly subject: string; readonly id: string; readonly name: string };

/** Who is asking, and as what. */
export interface Actor {
  /** Equal for actors who may see the same; different where they may not. */
  readonly key: string;
  /** Nobody where somebody asks without saying who. */
  readonly subject: Subject | null;
  readonly roles: readonly HeldRole[];
  /** What a partner's key opens. */
  readonly scopes: readonly ApiScope[];
}

const NOWHERE = { organizationId: null, regionId: null, organizationIds: [], regionIds: [] } as const;

export const PUBLIC: Actor = {
  key: 'PUBLIC',
  subject: null,
  roles: [{ role: 'PUBLIC', ...NOWHERE }],
  scopes: [],
};

/** The program itself, at what it does at its time. */
export const PROGRAM: Actor = { key: 'PROGRAM', subject: null, roles: [], scopes: [] };

/** Somebody who signed in. Without a role they see what everybody sees. */
export function actorOf(
  subject: Subject,
  roles: readonly HeldRole[],
  scopes: readonly ApiScope[] = [],
): Actor {
  // People see their own roles too; a partner's system sees nothing of its own.
  const own = subject.kind === 'USER' ? subject.id : null;
  if (!own && roles.length === 0) return { ...PUBLIC, subject };
  const held = roles.length > 0 ? roles : PUBLIC.roles;
  const sight = held.map(({ role, organizationIds, regionIds }) => [
    role,
    [...organizationIds].sort(),
    [...regionIds].sort(),
  ]);
  const text = JSON.stringify([own, sight.map((each) => JSON.stringify(each)).sort(), [...scopes].sort()]);
  return { key: createHash('sha256').update(text).digest('base64url'), subject, roles: held, scopes };
}

/** Whose roles these are, in the order in which they are asked for. */
export function heldBy({ roles }: Actor, ...wanted: readonly Role[]): readonly HeldRole[] {
  return wanted.flatMap((role) => roles.filter((held) => held.role === role));
}

/** The user who asks; nobody where it is a system, the public, or somebody who never had a role. */
export function userIdOf({ subject }: Actor): string | null {
  return subject?.kind === 'USER' ? subject.id : null;
}

/** No row has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The record of whoever asks, for a condition: no record's where it is nobody's. */
export function ownId(actor: Actor): string {
  return userIdOf(actor) ?? NOBODY;
}
