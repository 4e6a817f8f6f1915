import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import type { Place } from '../../../platform/reach.ts';
import { ConflictOfInterestError, ForbiddenError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, seen } from '../../../platform/writes.ts';
import { hasInterest, roleFor, rolesFor } from '../policy.ts';
import { caseOf } from '../reads.ts';
import { checkAction, ENTRY_WORKFLOW, type EntryStep, isDecision } from '../rules.ts';

export type Entry = Row<'Entry'>;

export interface Step {
  readonly id: string;
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** An entry that the actor may do this to now, and by which role. */
export interface Ready {
  readonly before: Entry;
  readonly as: HeldRole;
}

/** Actions under which nothing else about the competition may change; numbers are given one after the other. */
const HOLDS: Partial<Record<EntryStep, 'AS_IT_IS' | 'IN_TURN'>> = {
  SUBMIT: 'AS_IT_IS',
  APPROVE: 'IN_TURN',
};

/** @throws {NotFoundError | ForbiddenError | VersionConflictError | StateError | OpinionRequiredError | ConflictOfInterestError} */
export async function readied(tx: Call, action: EntryStep, input: Step): Promise<Ready> {
  const before = await seen(tx, 'Entry', input.id);
  const how = HOLDS[action];
  if (how) await holdRow(tx, 'Competition', before.competitionId, how);
  const given = await caseOf(tx, before.id);
  const as = roleFor(tx.actor, action, before, given);
  if (!as) throw new ForbiddenError(rolesFor(action, before), ['id']);
  checkAction(action, before, given.competitionStatus, input);
  if (isDecision(action) && hasInterest(tx.actor, before, given)) throw new ConflictOfInterestError();
  return { before, as };
}

/** Takes an entry one step on its way. `change` refuses what stands against it, and gives what changes besides the state. */
export function step(
  call: Call,
  action: EntryStep,
  input: Step,
  change: (tx: Call, before: Entry) => Partial<Entry> | Promise<Partial<Entry>> = () => ({}),
): Promise<Entry> {
  return inTransaction(call, async (tx) => {
    const { before, as } = await readied(tx, action, input);
    const data = await change(tx, before);
    return taken(tx, action, { before, as, data, opinion: input.opinion });
  });
}

interface Taken {
  readonly before: Entry;
  /** None for what happens by itself. */
  readonly as: HeldRole | undefined;
  readonly data: Partial<Entry>;
  readonly opinion?: string | null | undefined;
}

/** Writes a step that was checked. */
export function taken(tx: Call, action: EntryStep | 'ACTIVATE', { before, ...rest }: Taken): Promise<Entry> {
  const type = 'Entry' as const;
  const to = action === 'UPDATE' ? before.status : undefined;
  const place = placeOf(before);
  return act(tx, { type, object: 'entry', workflow: ENTRY_WORKFLOW, action, before, place, to, ...rest });
}

/** Whose an entry is: its region, and the unit that applies. */
export function placeOf({ regionId, applicantId }: Pick<Entry, 'regionId' | 'applicantId'>): Place {
  return { regionId, organizationId: applicantId };
}
