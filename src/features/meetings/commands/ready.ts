import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { ConflictOfInterestError, ForbiddenError } from '../../../platform/refusals.ts';
import { checkStep, seen } from '../../../platform/writes.ts';
import { doerOf, isOwn, OFFICE, officeOver, rolesFor } from '../policy.ts';
import { chargeOf, committeeRegion } from '../reads.ts';
import { ACTION_ITEM, type ItemAction, MEETING, type MeetingAction } from '../rules.ts';

export interface Selected {
  readonly id: string;
  /** As it was read. */
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** The role by which the actor leads the committee. @throws {ForbiddenError} */
export function checkOffice(call: Call, regionId: string, path: readonly string[] = []): HeldRole {
  const as = officeOver(call.actor, regionId);
  if (!as) throw new ForbiddenError(['ADMIN', ...OFFICE], path);
  return as;
}

/** A meeting with the role by which the actor may do this to it now. */
export async function readyMeeting(tx: Call, action: MeetingAction, { id, ...input }: Selected) {
  const before = await seen(tx, 'CommitteeMeeting', id);
  const regionId = await committeeRegion(tx, before.committeeId);
  const as = checkOffice(tx, regionId);
  checkStep(MEETING, action, before, input);
  return { before, as, regionId };
}

/** What all steps of a meeting have in common, for `act`. */
export function meetingStep<A extends MeetingAction>(
  { before, as, regionId }: Awaited<ReturnType<typeof readyMeeting>>,
  action: A,
) {
  return {
    ...({ type: 'CommitteeMeeting', object: 'meeting', workflow: MEETING, action } as const),
    ...{ before, as, place: { regionId } },
  };
}

/** An action item with the role by which the actor may do this to it now. */
export async function readyItem(tx: Call, action: ItemAction, { id, ...input }: Selected) {
  const before = await seen(tx, 'ActionItem', id);
  const charge = await chargeOf(tx, id);
  const as = doerOf(tx.actor, action, before, charge);
  if (!as) throw new ForbiddenError(rolesFor(action, charge));
  if (isOwn(tx.actor, action, before)) throw new ConflictOfInterestError();
  checkStep(ACTION_ITEM, action, before, input);
  return { before, as, regionId: charge.committeeRegionId };
}

/** What all steps of an action item have in common, for `act`. */
export function itemStep<A extends ItemAction>(
  { before, as, regionId }: { before: Row<'ActionItem'>; as: HeldRole; regionId: string },
  action: A,
) {
  return {
    ...({ type: 'ActionItem', object: 'actionItem', workflow: ACTION_ITEM, action } as const),
    ...{ before, as, place: { regionId, organizationId: before.ownerId } },
  };
}
