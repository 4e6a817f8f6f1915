import type { Call } from '../../../platform/call.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { isUnsettled } from '../rules.ts';
import { checkComplete } from './checkComplete.ts';
import { type Step, step } from './step.ts';

export interface Opening extends Step {
  readonly applicationsCloseAt: Date;
}

/**
 * Opens applications until an instant, or moves that instant, also where they had closed. Once they have opened, the
 * tracks, metrics and weights stay.
 */
export function openApplications(call: Call, input: Opening) {
  const { applicationsCloseAt } = input;
  return step(call, 'OPEN_APPLICATIONS', input, async (tx, managed, at) => {
    if (applicationsCloseAt <= at) {
      throw new InvalidError('Applications close later than now.', '申报截止时间须晚于当前时间。', [
        'applicationsCloseAt',
      ]);
    }
    if (!isUnsettled(managed.row)) return { applicationsCloseAt };
    await checkComplete(tx, managed);
    return { applicationsOpenedAt: at, applicationsCloseAt };
  });
}
