import type { Call } from '../../../platform/call.ts';
import { violates } from '../../../platform/databaseErrors.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, ForbiddenError } from '../../../platform/refusals.ts';
import { checkTerm } from '../../../platform/terms.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { PROJECT_KEEPERS, projectKeeperOf } from '../policy.ts';
import { ParticipationHeldError } from '../rules.ts';
import { checkHeadcounts, type Headcounts } from './checks.ts';

/** What is absent stays; what is null is taken away. */
export interface ParticipantChanges extends Headcounts {
  readonly id: string;
  readonly version: number;
  readonly joinedOn?: Date | null | undefined;
}

/** Changes the head counts that a participant reports, or since when it is there. */
export function updateParticipant(call: Call, input: ParticipantChanges): Promise<Row<'ProjectParticipant'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'ProjectParticipant', input.id);
    const as = projectKeeperOf(tx.actor, await seen(tx, 'Project', before.projectId));
    if (!as) throw new ForbiddenError(['ADMIN', ...PROJECT_KEEPERS]);
    checkVersion(before, input.version);
    const {
      headcount = before.headcount,
      migrantHeadcount = before.migrantHeadcount,
      joinedOn = before.joinedOn,
    } = input;
    checkHeadcounts({ headcount, migrantHeadcount });
    checkTerm(joinedOn, before.leftOn, 'joinedOn');
    return edit(tx, {
      type: 'ProjectParticipant',
      before,
      action: 'projectParticipantUpdate',
      as,
      data: { headcount, migrantHeadcount, joinedOn },
    }).catch((error: unknown) => {
      throw violates(error, 'project_participant_excl') ? new ParticipationHeldError() : error;
    });
  });
}
