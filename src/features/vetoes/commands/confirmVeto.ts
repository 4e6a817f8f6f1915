import type { Call } from '../../../platform/call.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { StateError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { ENTRY_VETO, VETO, VETOABLE } from '../rules.ts';
import { checkDecider, heldEntry } from './mayVeto.ts';

export interface VetoStep {
  readonly id: string;
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** Confirms a veto; its entry is vetoed in the same transaction. */
export function confirmVeto(call: Call, step: VetoStep): Promise<Row<'Veto'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'Veto', step.id);
    const as = await checkDecider(tx, 'CONFIRM', before);
    checkStep(VETO, 'CONFIRM', before, step);
    const entry = before.entryId && (await heldEntry(tx, before.entryId));
    if (entry && !VETOABLE.includes(entry.status)) throw new StateError(entry.status, 'VETO', []);

    if (entry) await holdRow(tx, 'Competition', entry.competitionId, 'IN_TURN');
    const place = { regionId: before.regionId, organizationId: before.unitId };
    const what = { object: 'veto', workflow: VETO, opinion: step.opinion, place, as } as const;
    const after = await act(tx, {
      ...what,
      type: 'Veto',
      before,
      action: 'CONFIRM',
      data: { confirmedAt: tx.now() },
    });
    if (entry && entry.status !== 'VETOED') {
      const of = { regionId: entry.regionId, organizationId: entry.applicantId };
      const how = { object: 'entry', workflow: ENTRY_VETO, opinion: step.opinion, place: of, as } as const;
      await act(tx, { ...how, type: 'Entry', before: entry, action: 'VETO' });
    }
    return after;
  });
}
