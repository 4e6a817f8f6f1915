import type { Call } from '../../../platform/call.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { REQUIRED_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { OBSERVATION_WORKFLOW } from '../rules.ts';
import { figureOf, mayKeepFigures, type NewFigure } from './figures.ts';

export interface Correction extends NewFigure {
  readonly id: string;
  readonly version: number;
  readonly opinion: string;
}

/** Corrects a figure by another one: both stay, and each leads to the other. */
export function supersedeObservation(call: Call, input: Correction): Promise<Row<'Observation'>> {
  const type = 'Observation' as const;
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, type, input.id);
    const as = mayKeepFigures(tx, before.regionId, []);
    mayKeepFigures(tx, input.regionId, ['region']);
    checkStep(OBSERVATION_WORKFLOW, 'SUPERSEDE', before, input);
    const opinion = textOf(input.opinion, REQUIRED_TEXT, ['opinion']);
    const data = { ...(await figureOf(tx, input)), supersedesId: before.id };

    const { regionId } = before;
    await act(tx, {
      type,
      object: 'observation',
      workflow: OBSERVATION_WORKFLOW,
      action: 'SUPERSEDE',
      before,
      opinion,
      place: { regionId },
      as,
    });
    return make(tx, {
      type,
      action: 'observationSupersede',
      as,
      data,
      step: { action: 'RECORD', to: 'ACTIVE', opinion },
      place: (row) => ({ regionId: row.regionId }),
    });
  });
}
