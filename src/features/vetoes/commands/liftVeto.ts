import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { ENTRY_VETO, VETO } from '../rules.ts';
import type { VetoStep } from './confirmVeto.ts';
import { checkDecider, heldEntry } from './mayVeto.ts';

/** Lifts a veto; its entry competes again in the same transaction, unless another veto holds. */
export function liftVeto(call: Call, step: VetoStep): Promise<Row<'Veto'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'Veto', step.id);
    const as = await checkDecider(tx, 'LIFT', before);
    checkStep(VETO, 'LIFT', before, step);
    const entry = before.entryId && (await heldEntry(tx, before.entryId));

    if (entry) await holdRow(tx, 'Competition', entry.competitionId, 'IN_TURN');
    // What was only alleged stays unknown to the unit.
    const isKnown = before.status === 'CONFIRMED';
    const place = { regionId: before.regionId, organizationId: isKnown ? before.unitId : null };
    const what = { object: 'veto', workflow: VETO, opinion: step.opinion, place, as } as const;
    const after = await act(tx, {
      ...what,
      type: 'Veto',
      before,
      action: 'LIFT',
      data: { liftedAt: latest(tx.now(), before.confirmedAt) },
    });
    if (entry && entry.status === 'VETOED' && isKnown && !(await isVetoed(tx, entry.id))) {
      const { startedAt } = await tx.db.prisma.competition.findUniqueOrThrow({
        where: { id: entry.competitionId },
      });
      const of = { regionId: entry.regionId, organizationId: entry.applicantId };
      const how = { object: 'entry', workflow: ENTRY_VETO, opinion: step.opinion, place: of, as } as const;
      const to = startedAt ? 'ACTIVE' : 'APPROVED';
      await act(tx, { ...how, type: 'Entry', before: entry, action: 'LIFT_VETO', to });
    }
    return after;
  });
}

/** Whether a veto on the entry holds. */
async function isVetoed({ db }: Call, entryId: string): Promise<boolean> {
  return (await db.prisma.veto.count({ where: { entryId, status: 'CONFIRMED' } })) > 0;
}
