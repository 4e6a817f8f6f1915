import type { Call } from '../../../platform/call.ts';
import { type Step, step } from '../../competitions/commands/step.ts';
import { concludable } from './conclusion.ts';
import { follow } from './followers.ts';

/**
 * Concludes a competition with all its active entries: from then on nothing of it changes.
 * @throws {IncompleteError} where its praise is under way: a notice or an objection is open, or no decision was made
 */
export function concludeCompetition(call: Call, input: Step) {
  return step(call, 'CONCLUDE', input, async (tx, { row, as }, concludedAt) => {
    await concludable(tx, row);
    const what = { competitionId: row.id, closedAt: concludedAt, as };
    await follow(tx, { ...what, action: 'CONCLUDE', from: 'ACTIVE', to: 'CONCLUDED' });
    return { concludedAt };
  });
}
