import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { BadInputError } from '../../../platform/errors.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, NotFoundError, VersionConflictError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { assignmentVisibleTo } from '../policy.ts';
import { AlreadyEndedError, type AssignedRole } from '../rules.ts';
import { mayGrant, placesOf } from './mayGrant.ts';

export interface End {
  readonly id: string;
  readonly version: number;
  /** Now, unless given. */
  readonly endsAt?: Date | null | undefined;
  readonly opinion?: string | null | undefined;
}

/** Ends a role, at once or later; one that has not begun by then is never held. */
export function endRole(call: Call, { id, version, endsAt, opinion }: End): Promise<Row<'RoleAssignment'>> {
  return inTransaction(call, async (tx) => {
    const { roleAssignment } = tx.db.prisma;
    const now = tx.now();
    const before = await roleAssignment.findFirst({
      where: { AND: [{ id }, assignmentVisibleTo(tx.actor)] },
    });
    if (!before) throw new NotFoundError('RoleAssignment');
    const role = before.role as AssignedRole;
    const as = mayGrant(tx, role, await placesOf(tx, { ...before, role }));
    checkVersion(before, version);
    if (before.endsAt && before.endsAt <= now) throw new AlreadyEndedError(before.endsAt);
    if (endsAt && endsAt < now) throw new BadInputError('input.endsAt: expected now or later.');

    const end = Math.max(Number(endsAt ?? now), Number(before.startsAt));
    const [after] = await roleAssignment.updateManyAndReturn({
      where: { id, version },
      data: { endsAt: new Date(end), version: { increment: 1 }, updatedAt: now },
    });
    if (!after)
      throw new VersionConflictError((await roleAssignment.findUniqueOrThrow({ where: { id } })).version);
    const what = { type: 'RoleAssignment', as } as const;
    await recordStep(tx, { ...what, action: 'end', id, from: 'HELD', to: 'ENDED', opinion });
    recordChange(tx, { ...what, action: 'roleAssignmentEnd', before, after });
    return after;
  });
}
