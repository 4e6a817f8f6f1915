import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep } from '../../../platform/writes.ts';
import { COMPETITION_WORKFLOW, type CompetitionAction, instantOf } from '../rules.ts';
import { type Managed, manage } from './manage.ts';

type Competition = Row<'Competition'>;

export interface Step {
  readonly id: string;
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** What changes of the competition besides its state; `status` where the workflow leaves several open. */
type Data = Partial<Competition>;

/**
 * Takes a competition one step on its way. `change` refuses what stands against it, does what belongs to it, and gives
 * what changes; `at` is the instant of the step.
 */
export function step(
  call: Call,
  action: CompetitionAction,
  input: Step,
  change: (tx: Call, managed: Managed, at: Date) => Data | Promise<Data>,
): Promise<Competition> {
  return inTransaction(call, async (tx) => {
    const managed = await manage(tx, input.id);
    const { row, as, place } = managed;
    checkStep(COMPETITION_WORKFLOW, action, row, input);
    const { status, ...data } = await change(tx, managed, instantOf(row, tx.now()));
    return act(tx, {
      type: 'Competition',
      object: 'competition',
      workflow: COMPETITION_WORKFLOW,
      before: row,
      action,
      opinion: input.opinion,
      place,
      data,
      to: status,
      as,
    });
  });
}
