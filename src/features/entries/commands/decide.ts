import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import { type Step, step } from './step.ts';

/** Sends an entry back to the unit, which changes it and applies again, from the first level on. */
export function returnEntry(call: Call, input: Step) {
  return step(call, 'RETURN', input);
}

/** Hands an entry on to the next level of its route. */
export function recommendEntry(call: Call, input: Step) {
  return step(call, 'RECOMMEND', input, (_tx, before) => ({ step: before.step! + 1 }));
}

/** Ends an entry without an approval. The same may be applied for again. */
export function rejectEntry(call: Call, input: Step) {
  return step(call, 'REJECT', input, ({ now }, { submittedAt }) => ({
    closedAt: latest(now(), submittedAt),
  }));
}
