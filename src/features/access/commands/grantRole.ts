import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { violates } from '../../../platform/databaseErrors.ts';
import { BadInputError } from '../../../platform/errors.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { OwnRoleError, RoleHeldError } from '../rules.ts';
import { mayGrant, placesOf, type Target } from './mayGrant.ts';

export interface Grant extends Target {
  /** Whom, as the sign-in service calls them. */
  readonly subject: string;
  /** Kept for whoever is not known yet. */
  readonly name?: string | null | undefined;
  /** Now, unless given. */
  readonly startsAt?: Date | null | undefined;
  readonly endsAt?: Date | null | undefined;
  readonly opinion?: string | null | undefined;
}

/** Gives somebody a role. An operator at the command line, who is no user, may give any. */
export function grantRole(call: Call, grant: Grant, isOperator = false): Promise<Row<'RoleAssignment'>> {
  const { subject, role, organizationId = null, regionId = null, opinion } = grant;
  return inTransaction(call, async (tx) => {
    const term = termOf(tx, grant);
    const places = await placesOf(tx, grant);
    const as = isOperator ? undefined : mayGrant(tx, role, places);
    if (!isOperator && tx.actor.subject?.subject === subject) throw new OwnRoleError();

    const { id: userId } = await userCalled(tx, grant);
    const made = { createdAt: tx.now(), updatedAt: tx.now() };
    const after = await tx.db.prisma.roleAssignment
      .create({ data: { userId, role, organizationId, regionId, ...term, ...made } })
      .catch((error: unknown) => {
        throw violates(error, 'role_assignment_excl') ? new RoleHeldError() : error;
      });
    const what = { type: 'RoleAssignment', as } as const;
    await recordStep(tx, { ...what, action: 'GRANT', id: after.id, to: 'HELD', place: after, opinion });
    recordChange(tx, { ...what, action: 'roleAssignmentGrant', after });
    return after;
  });
}

function termOf({ now }: Call, { startsAt, endsAt }: Grant) {
  const start = startsAt ?? now();
  if (start < now()) throw new BadInputError('input.startsAt: expected now or later.');
  if (endsAt && endsAt <= start) throw new BadInputError('input.endsAt: expected later than the start.');
  return { startsAt: start, endsAt: endsAt ?? null };
}

/** Two at once make one user: the second one waits for the first, and finds it. */
async function userCalled({ db, now, signal }: Call, { subject, name }: Grant): Promise<{ id: string }> {
  if (subject === '' || subject.trim() !== subject) {
    throw new BadInputError('input.subject: expected text without spaces at its ends.');
  }
  await db.prisma.user.createMany({
    data: [{ subject, name: name?.trim() || null, createdAt: now(), updatedAt: now() }],
    skipDuplicates: true,
  });
  signal?.throwIfAborted();
  return db.prisma.user.findUniqueOrThrow({ where: { subject }, select: { id: true } });
}
