import type { Call } from '../../../platform/call.ts';
import { type Step, step } from '../../competitions/commands/step.ts';
import { closingOf } from '../../competitions/rules.ts';
import { follow } from './followers.ts';

/** Starts a competition with all its approved entries; applications, if they are still open, close. */
export function startCompetition(call: Call, input: Step) {
  return step(call, 'START', input, async (tx, { row, as }, startedAt) => {
    const { id: competitionId, applicationsOpenedAt, applicationsCloseAt } = row;
    await follow(tx, { competitionId, action: 'ACTIVATE', from: 'APPROVED', to: 'ACTIVE', as });
    const isOpen = !applicationsCloseAt || applicationsCloseAt > startedAt;
    return { startedAt, ...(isOpen && { applicationsCloseAt: closingOf(applicationsOpenedAt!, startedAt) }) };
  });
}
