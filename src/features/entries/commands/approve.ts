import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { nextOrdinal } from '../reads.ts';
import { entryNoOf } from '../rules.ts';
import { activated } from './activation.ts';
import { type Entry, type Step, step, taken } from './step.ts';

/** Approves an entry and gives it the next number of its competition; where that runs already, the entry begins. */
export function approveEntry(call: Call, input: Step): Promise<Entry> {
  return inTransaction(call, async (tx) => {
    const before = await step(tx, 'APPROVE', input, async (_tx, { competitionId, submittedAt, isDemo }) => {
      const { year } = await competitionOf(tx, competitionId);
      return {
        entryNo: entryNoOf(year, await nextOrdinal(tx, competitionId), isDemo),
        approvedAt: latest(tx.now(), submittedAt),
      };
    });
    const { status } = await competitionOf(tx, before.competitionId);
    if (status !== 'RUNNING') return before;
    const active = await taken(tx, 'ACTIVATE', { before, as: undefined, data: {} });
    await activated(tx, [active]);
    return active;
  });
}

function competitionOf({ db }: Call, id: string) {
  return db.prisma.competition.findUniqueOrThrow({ where: { id }, select: { year: true, status: true } });
}
