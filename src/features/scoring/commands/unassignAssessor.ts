import type { Call } from '../../../platform/call.ts';
import { recordStep } from '../../../platform/changes.ts';
import { latest } from '../../../platform/days.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, StateError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { entryFacts } from '../reads.ts';
import { checkKeeper } from './mayScheme.ts';

export interface Unassignment {
  readonly id: string;
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** Ends an assessor's work on an entry. What they scored stays, and counts no more for what is confirmed later. */
export function unassignAssessor(call: Call, given: Unassignment): Promise<Row<'AssessorAssignment'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'AssessorAssignment', given.id);
    const { competitionId, regionId } = await entryFacts(tx, before.entryId);
    const as = await checkKeeper(tx, competitionId);
    checkVersion(before, given.version);
    if (before.endedAt) throw new StateError('ENDED', 'UNASSIGN', []);

    const { id } = before;
    const step = {
      action: 'UNASSIGN',
      id,
      from: 'ASSIGNED',
      to: 'ENDED',
      opinion: given.opinion?.trim() || null,
    };
    await recordStep(tx, { type: 'AssessorAssignment', as, ...step, place: { regionId } });
    const data = { endedAt: latest(tx.now(), before.createdAt) };
    return edit(tx, { type: 'AssessorAssignment', before, action: 'assessorUnassign', as, data });
  });
}
