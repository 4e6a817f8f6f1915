import type { Call } from '../../../platform/call.ts';
import { recordStep } from '../../../platform/changes.ts';
import { BadInputError } from '../../../platform/errors.ts';
import type { Row } from '../../../platform/models.ts';
import { AlreadyEndedError, checkVersion } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { hasOtherAdmin } from '../reads.ts';
import { type AssignedRole, LastAdminError } from '../rules.ts';
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
    const now = tx.now();
    const before = await seen(tx, 'RoleAssignment', id);
    const role = before.role as AssignedRole;
    const as = mayGrant(tx, role, await placesOf(tx, { ...before, role }));
    checkVersion(before, version);
    if (before.endsAt && before.endsAt <= now) throw new AlreadyEndedError(before.endsAt);
    if (endsAt && endsAt < now) throw new BadInputError('input.endsAt: expected now or later.');

    const end = new Date(Math.max(Number(endsAt ?? now), Number(before.startsAt)));
    if (role === 'ADMIN' && !(await hasOtherAdmin(tx, before.userId, end))) throw new LastAdminError();

    const type = 'RoleAssignment' as const;
    await recordStep(tx, { type, as, action: 'END', id, from: 'HELD', to: 'ENDED', place: before, opinion });
    return edit(tx, { type, before, action: 'roleAssignmentEnd', as, data: { endsAt: end } });
  });
}
