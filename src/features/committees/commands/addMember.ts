import type { CommitteePost } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { violates } from '../../../platform/databaseErrors.ts';
import { startOf } from '../../../platform/days.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { hold } from '../../../platform/holding.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { AlreadyEndedError, ForbiddenError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { organizationInForce } from '../../organizations/reads.ts';
import { COMMITTEE_KEEPERS, committeeKeeperOf } from '../policy.ts';
import { SeatTakenError } from '../rules.ts';

export interface NewMember {
  readonly committeeId: string;
  readonly organizationId: string;
  readonly personId?: string | null | undefined;
  readonly post: CommitteePost;
  readonly validFrom?: Date | null | undefined;
}

/** Gives an organization, or somebody for it, a seat in a committee. */
export function addMember(call: Call, input: NewMember): Promise<Row<'CommitteeMember'>> {
  const { committeeId, organizationId, personId, post, validFrom } = input;
  return inTransaction(call, async (tx) => {
    await hold(tx, 'COMMITTEE', committeeId);
    const committee = await seen(tx, 'Committee', committeeId, ['committee']);
    const { regionId } = committee;
    const as = committeeKeeperOf(tx.actor, regionId);
    if (!as) throw new ForbiddenError(['ADMIN', ...COMMITTEE_KEEPERS], ['committee']);
    if (committee.validTo) throw new AlreadyEndedError(startOf(committee.validTo), ['committee']);
    const organization = await organizationInForce(tx, organizationId);
    const person = personId ? await seen(tx, 'Person', personId, ['person']) : null;
    demonstrationOf({ organization, person }, committee.isDemo);
    return make(tx, {
      type: 'CommitteeMember',
      action: 'committeeMemberAdd',
      as,
      data: { committeeId, organizationId, personId, post, validFrom },
      step: { action: 'ADD', to: 'HELD' },
      place: () => ({ regionId, organizationId }),
    }).catch((error: unknown) => {
      throw violates(error, 'committee_member_seat_excl') ? new SeatTakenError() : error;
    });
  });
}
