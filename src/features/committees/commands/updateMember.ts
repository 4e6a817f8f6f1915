import type { CommitteePost } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { violates } from '../../../platform/databaseErrors.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, ForbiddenError } from '../../../platform/refusals.ts';
import { checkTerm } from '../../../platform/terms.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { COMMITTEE_KEEPERS, committeeKeeperOf } from '../policy.ts';
import { SeatTakenError } from '../rules.ts';

/** What is absent stays; what is null is taken away. */
export interface MemberChanges {
  readonly id: string;
  readonly version: number;
  readonly personId?: string | null | undefined;
  readonly post?: CommitteePost | null | undefined;
  readonly validFrom?: Date | null | undefined;
}

/** Puts right who sits there, as what and since when. Who follows somebody gets a seat of their own. */
export function updateMember(call: Call, input: MemberChanges): Promise<Row<'CommitteeMember'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'CommitteeMember', input.id);
    const committee = await seen(tx, 'Committee', before.committeeId);
    const as = committeeKeeperOf(tx.actor, committee.regionId);
    if (!as) throw new ForbiddenError(['ADMIN', ...COMMITTEE_KEEPERS]);
    checkVersion(before, input.version);
    const { personId = before.personId, validFrom = before.validFrom } = input;
    const isOther = personId && personId !== before.personId;
    const person = isOther ? await seen(tx, 'Person', personId, ['person']) : null;
    demonstrationOf({ person }, committee.isDemo);
    checkTerm(validFrom, before.validTo, 'validFrom');
    const data = { personId, post: input.post ?? before.post, validFrom };
    const change = { type: 'CommitteeMember', before, action: 'committeeMemberUpdate', as, data } as const;
    return edit(tx, change).catch((error: unknown) => {
      throw violates(error, 'committee_member_seat_excl') ? new SeatTakenError() : error;
    });
  });
}
