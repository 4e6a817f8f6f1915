import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { IncompleteError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep } from '../../../platform/writes.ts';
import { SHORTLIST } from '../rules.ts';
import { checkCurrent } from './checkCurrent.ts';
import { heldShortlist } from './mayPraise.ts';

export interface ShortlistStep {
  readonly id: string;
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** Settles a shortlist, so that it can be put up for public notice. */
export function submitShortlist(call: Call, input: ShortlistStep): Promise<Row<'Shortlist'>> {
  return step(call, 'SUBMIT', input, async (tx, { id, standingId }) => {
    await checkCurrent(tx, { id, standingId });
    const selected = { shortlistId: id, isSelected: true };
    const count = await tx.db.prisma.shortlistCandidate.count({ where: selected });
    if (count === 0) throw new IncompleteError(['candidates']);
  });
}

/** Gives a shortlist up; another one can be drawn then. */
export function withdrawShortlist(call: Call, input: ShortlistStep): Promise<Row<'Shortlist'>> {
  return step(call, 'WITHDRAW', input, async () => {});
}

function step(
  call: Call,
  action: 'SUBMIT' | 'WITHDRAW',
  input: ShortlistStep,
  check: (tx: Call, shortlist: Row<'Shortlist'>) => Promise<void>,
): Promise<Row<'Shortlist'>> {
  return inTransaction(call, async (tx) => {
    const { shortlist, competition, as } = await heldShortlist(tx, input.id);
    checkStep(SHORTLIST, action, shortlist, input);
    await check(tx, shortlist);
    const place = { regionId: competition.regionId };
    const what = { type: 'Shortlist', object: 'shortlist', workflow: SHORTLIST, action } as const;
    return act(tx, { ...what, before: shortlist, opinion: input.opinion, place, as });
  });
}
