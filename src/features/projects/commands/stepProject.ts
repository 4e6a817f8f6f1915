import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError } from '../../../platform/refusals.ts';
import { LONG_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { ActionOf } from '../../../platform/workflow.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { PROJECT_KEEPERS, placeOf, projectKeeperOf } from '../policy.ts';
import { PROJECT_WORKFLOW } from '../rules.ts';

export type ProjectAction = Exclude<ActionOf<typeof PROJECT_WORKFLOW>, 'CREATE'>;

export interface ProjectStep {
  readonly id: string;
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** Takes a project one step on: work begins, stops, goes on or is completed. */
export function stepProject(call: Call, action: ProjectAction, input: ProjectStep): Promise<Row<'Project'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'Project', input.id);
    const as = projectKeeperOf(tx.actor, before);
    if (!as) throw new ForbiddenError(['ADMIN', ...PROJECT_KEEPERS]);
    checkStep(PROJECT_WORKFLOW, action, before, input);
    const opinion = textOf(input.opinion, LONG_TEXT, ['opinion']);
    return act(tx, {
      type: 'Project',
      object: 'project',
      workflow: PROJECT_WORKFLOW,
      action,
      before,
      opinion,
      place: placeOf(before),
      as,
    });
  });
}
