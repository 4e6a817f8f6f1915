import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { ConflictOfInterestError, ForbiddenError } from '../../../platform/refusals.ts';
import { checkStep, seen } from '../../../platform/writes.ts';
import { doerOf, isGoing, isOwn, rolesFor } from '../policy.ts';
import { dutiesOf } from '../reads.ts';
import { CompetitionHaltedError, SUMMARY_WORKFLOW, type SummaryAction } from '../rules.ts';

export interface Selected {
  readonly id: string;
  /** As it was read. */
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** The summary with the role by which the actor may do this to it now, as far as it is no matter of what it says. */
export async function ready(
  tx: Call,
  action: SummaryAction,
  { id, ...input }: Selected,
): Promise<{ before: Row<'StageSummary'>; as: HeldRole }> {
  const before = await seen(tx, 'StageSummary', id);
  const [duty] = await dutiesOf([id], tx);
  const as = doerOf(tx.actor, action, before, duty!);
  if (!as) throw new ForbiddenError(rolesFor(action, duty!));
  if (isOwn(tx.actor, action, before, duty!)) throw new ConflictOfInterestError();
  if (!isGoing(duty!)) throw new CompetitionHaltedError(duty!.competitionStatus);
  checkStep(SUMMARY_WORKFLOW, action, before, input);
  return { before, as };
}

/** What all steps of a summary have in common, for `act`. */
export function stepOf<A extends SummaryAction>(before: Row<'StageSummary'>, action: A) {
  return {
    type: 'StageSummary',
    object: 'summary',
    workflow: SUMMARY_WORKFLOW,
    action,
    before,
    place: before,
  } as const;
}
