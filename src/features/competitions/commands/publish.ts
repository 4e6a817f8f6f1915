import type { Call } from '../../../platform/call.ts';
import { checkComplete } from './checkComplete.ts';
import { type Step, step } from './step.ts';

/** Publishes a draft, from when on everybody sees it. @throws {IncompleteError} where something is missing */
export function publishCompetition(call: Call, input: Step) {
  return step(call, 'PUBLISH', input, async (tx, managed, publishedAt) => {
    await checkComplete(tx, managed);
    return { publishedAt };
  });
}
