import type { Call } from '../../../platform/call.ts';
import { type Step, step } from './step.ts';

/** Suspends a competition; it says why, and from where it goes on. */
export function suspendCompetition(call: Call, input: Step) {
  return step(call, 'SUSPEND', input, (_tx, { row }, suspendedAt) => ({
    suspendedAt,
    suspendedFrom: row.status,
    reason: input.opinion!.trim(),
  }));
}

/** Lets it go on where it was suspended. */
export function resumeCompetition(call: Call, input: Step) {
  return step(call, 'RESUME', input, (_tx, { row }) => ({
    status: row.suspendedFrom!,
    suspendedAt: null,
    suspendedFrom: null,
    reason: null,
  }));
}

/** Cancels a competition for good; who takes part stays as they are, for the record. */
export function cancelCompetition(call: Call, input: Step) {
  return step(call, 'CANCEL', input, (_tx, _managed, cancelledAt) => ({
    cancelledAt,
    suspendedAt: null,
    suspendedFrom: null,
    reason: input.opinion!.trim(),
  }));
}
