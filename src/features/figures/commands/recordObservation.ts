import type { Call } from '../../../platform/call.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { figureOf, mayKeepFigures, type NewFigure } from './figures.ts';

/** Records a figure that a document prints. It is never changed afterwards, only superseded. */
export function recordObservation(call: Call, input: NewFigure): Promise<Row<'Observation'>> {
  const { regionId } = input;
  return inTransaction(call, async (tx) => {
    const as = mayKeepFigures(tx, regionId, ['region']);
    return make(tx, {
      type: 'Observation',
      action: 'observationRecord',
      as,
      data: await figureOf(tx, input),
      step: { action: 'RECORD', to: 'ACTIVE' },
      place: () => ({ regionId }),
    });
  });
}
