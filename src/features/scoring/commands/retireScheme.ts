import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { SCHEME } from '../rules.ts';
import { checkKeeper, placeOfScheme } from './mayScheme.ts';
import type { SchemeStep } from './openScheme.ts';

/** Takes a scheme out of force. What was scored by it stays. */
export function retireScheme(call: Call, step: SchemeStep): Promise<Row<'ScoringScheme'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'ScoringScheme', step.id);
    const as = await checkKeeper(tx, before.competitionId);
    checkStep(SCHEME, 'RETIRE', before, step);

    const place = await placeOfScheme(tx, before.competitionId);
    const what = { type: 'ScoringScheme', before, object: 'scheme', workflow: SCHEME, place, as } as const;
    const data = { retiredAt: latest(tx.now(), before.openedAt, before.lockedAt) };
    return act(tx, { ...what, action: 'RETIRE', opinion: step.opinion, data });
  });
}
