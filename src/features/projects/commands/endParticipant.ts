import type { Call } from '../../../platform/call.ts';
import { startOf } from '../../../platform/days.ts';
import { end } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { AlreadyEndedError, checkVersion, ForbiddenError } from '../../../platform/refusals.ts';
import { checkTerm, today } from '../../../platform/terms.ts';
import { LONG_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { PROJECT_KEEPERS, placeOf, projectKeeperOf } from '../policy.ts';

export interface ParticipantEnd {
  readonly id: string;
  readonly version: number;
  /** First day no longer there; today unless given. */
  readonly leftOn?: Date | null | undefined;
  readonly opinion?: string | null | undefined;
}

/** Ends that an organization takes part in a project. */
export function endParticipant(call: Call, input: ParticipantEnd): Promise<Row<'ProjectParticipant'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'ProjectParticipant', input.id);
    const project = await seen(tx, 'Project', before.projectId);
    const as = projectKeeperOf(tx.actor, project);
    if (!as) throw new ForbiddenError(['ADMIN', ...PROJECT_KEEPERS]);
    checkVersion(before, input.version);
    if (before.leftOn) throw new AlreadyEndedError(startOf(before.leftOn));
    const opinion = textOf(input.opinion, LONG_TEXT, ['opinion']);
    const leftOn = input.leftOn ?? today(tx);
    checkTerm(before.joinedOn, leftOn, 'leftOn');
    const place = placeOf(project);
    const action = 'projectParticipantEnd';
    return end(tx, { type: 'ProjectParticipant', before, action, as, opinion, place, data: { leftOn } });
  });
}
