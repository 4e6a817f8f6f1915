import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import { type Step, step } from './step.ts';

/** Takes an entry back; its number, if it had one, is not given again. */
export function withdrawEntry(call: Call, input: Step) {
  return step(call, 'WITHDRAW', input, ({ now }, { submittedAt, approvedAt }) => ({
    closedAt: latest(now(), submittedAt, approvedAt),
  }));
}
