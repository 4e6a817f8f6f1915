import type { Call } from '../../../platform/call.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { checkWhole } from '../criteria.ts';
import { schemeInForce, schemeOf } from '../reads.ts';
import { SCHEME, SchemeInForceError } from '../rules.ts';
import { checkKeeper, placeOfScheme } from './mayScheme.ts';

export interface SchemeStep {
  readonly id: string;
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** Brings a scheme into force, whose points must add up. A competition has one at a time. */
export function openScheme(call: Call, step: SchemeStep): Promise<Row<'ScoringScheme'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'ScoringScheme', step.id);
    const { competitionId } = before;
    const as = await checkKeeper(tx, competitionId);
    checkStep(SCHEME, 'OPEN', before, step);
    checkWhole(await schemeOf(tx, step.id));
    if (competitionId) {
      await holdRow(tx, 'Competition', competitionId, 'IN_TURN');
      const other = await schemeInForce(tx, competitionId);
      if (other) throw new SchemeInForceError(other.revision);
    }

    const place = await placeOfScheme(tx, competitionId);
    const what = { type: 'ScoringScheme', before, object: 'scheme', workflow: SCHEME, place, as } as const;
    return act(tx, { ...what, action: 'OPEN', opinion: step.opinion, data: { openedAt: tx.now() } });
  });
}
