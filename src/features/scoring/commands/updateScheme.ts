import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import type { SchemeDraft } from '../criteria.ts';
import { SCHEME } from '../rules.ts';
import { columnsOf } from './createScheme.ts';
import { checkKeeper, placeOfScheme } from './mayScheme.ts';
import { checkScheme, writeCriteria } from './writeCriteria.ts';

export interface SchemeUpdate extends SchemeDraft {
  readonly id: string;
  readonly version: number;
}

/** Changes a scheme that is being drawn up; its criteria are replaced as a whole. */
export function updateScheme(call: Call, update: SchemeUpdate): Promise<Row<'ScoringScheme'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'ScoringScheme', update.id);
    const as = await checkKeeper(tx, before.competitionId);
    checkStep(SCHEME, 'UPDATE', before, update);
    await checkScheme(tx, update, before.isDemo);

    const place = await placeOfScheme(tx, before.competitionId);
    const what = { type: 'ScoringScheme', before, object: 'scheme', workflow: SCHEME, place, as } as const;
    const after = await act(tx, { ...what, action: 'UPDATE', data: columnsOf(update) });
    await writeCriteria(tx, before.id, update.criteria);
    return after;
  });
}
