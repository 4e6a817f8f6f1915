import type { ProjectRole } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { violates } from '../../../platform/databaseErrors.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { organizationInForce } from '../../organizations/reads.ts';
import { PROJECT_KEEPERS, placeOf, projectKeeperOf } from '../policy.ts';
import { ParticipationHeldError } from '../rules.ts';
import { checkHeadcounts, type Headcounts } from './checks.ts';

export interface NewParticipant extends Headcounts {
  readonly projectId: string;
  readonly organizationId: string;
  readonly role: ProjectRole;
  readonly joinedOn?: Date | null | undefined;
}

/** Notes that an organization takes part in building a project. */
export function addParticipant(call: Call, input: NewParticipant): Promise<Row<'ProjectParticipant'>> {
  const { projectId, organizationId, role, headcount, migrantHeadcount, joinedOn } = input;
  return inTransaction(call, async (tx) => {
    const project = await seen(tx, 'Project', projectId, ['project']);
    const as = projectKeeperOf(tx.actor, project);
    if (!as) throw new ForbiddenError(['ADMIN', ...PROJECT_KEEPERS], ['project']);
    const organization = await organizationInForce(tx, organizationId);
    demonstrationOf({ organization }, project.isDemo);
    checkHeadcounts(input);
    return make(tx, {
      type: 'ProjectParticipant',
      action: 'projectParticipantAdd',
      as,
      data: { projectId, organizationId, role, headcount, migrantHeadcount, joinedOn },
      step: { action: 'ADD', to: 'HELD' },
      place: () => placeOf(project),
    }).catch((error: unknown) => {
      throw violates(error, 'project_participant_excl') ? new ParticipationHeldError() : error;
    });
  });
}
