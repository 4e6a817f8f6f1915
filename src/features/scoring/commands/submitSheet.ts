import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { IncompleteError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { schemeOf } from '../reads.ts';
import { SHEET } from '../rules.ts';
import { criteriaFor, missingOf } from './items.ts';
import { checkMay } from './maySheet.ts';
import { placeOf } from './saveSheet.ts';

export interface SheetStep {
  readonly id: string;
  readonly version: number;
}

/** Hands a sheet in, complete: from then on it stays as it is. */
export function submitSheet(call: Call, step: SheetStep): Promise<Row<'ScoreSheet'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'ScoreSheet', step.id);
    const { as, entry, organizationId } = await checkMay(tx, 'SUBMIT', before);
    checkStep(SHEET, 'SUBMIT', before, step);
    const items = await tx.db.prisma.scoreItem.findMany({ where: { sheetId: before.id } });
    const missing = missingOf(criteriaFor(await schemeOf(tx, before.schemeId), organizationId), items);
    if (missing.length > 0) throw new IncompleteError(missing);

    const place = placeOf(entry, before.kind);
    const what = { type: 'ScoreSheet', before, object: 'scoreSheet', workflow: SHEET, place, as } as const;
    return act(tx, { ...what, action: 'SUBMIT', data: { submittedAt: tx.now() } });
  });
}
