import type { Call } from '../../../platform/call.ts';
import { DeadlineError } from '../../../platform/refusals.ts';
import { closingOf, haveClosed } from '../rules.ts';
import { type Step, step } from './step.ts';

/** Closes applications before their end. @throws {DeadlineError} where they have closed */
export function closeApplications(call: Call, input: Step) {
  return step(call, 'CLOSE_APPLICATIONS', input, (tx, { row }) => {
    const { applicationsOpenedAt, applicationsCloseAt } = row;
    if (haveClosed(row, tx.now())) {
      throw new DeadlineError('Applications have closed.', '申报已截止。', applicationsCloseAt!);
    }
    return { applicationsCloseAt: closingOf(applicationsOpenedAt!, tx.now()) };
  });
}
