import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { IncompleteError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act } from '../../../platform/writes.ts';
import { ready, type Selected, stepOf } from './ready.ts';

/** Hands a summary in, in time or late. */
export function submitSummary(call: Call, input: Selected): Promise<Row<'StageSummary'>> {
  return inTransaction(call, async (tx) => {
    const { before, as } = await ready(tx, 'SUBMIT', input);
    const missing = await missingOf(tx, before);
    if (missing.length > 0) throw new IncompleteError(missing);
    return act(tx, { ...stepOf(before, 'SUBMIT'), as, data: { submittedAt: tx.now() } });
  });
}

/** What it lacks: its text, and the metrics that none is complete without, by their codes. */
async function missingOf({ db }: Call, { id, text, stageId }: Row<'StageSummary'>): Promise<string[]> {
  const metrics = await db.prisma.metric.findMany({
    where: {
      isRequired: true,
      competition: { stages: { some: { id: stageId } } },
      values: { none: { summaryId: id } },
    },
    orderBy: { ordinal: 'asc' },
    select: { code: true },
  });
  return [...(text === null ? ['text'] : []), ...metrics.map(({ code }) => code)];
}
