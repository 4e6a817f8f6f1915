import type { Call } from '../../../platform/call.ts';
import { endOf, isPast } from '../../../platform/days.ts';
import type { Row } from '../../../platform/models.ts';
import { DeadlineError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { NOTICE, OpenObjectionsError } from '../rules.ts';
import { checkOffice, heldCompetition } from './office.ts';

export interface NoticeStep {
  readonly id: string;
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** Closes a notice, once its last day is over and all that was said against it has been looked into. */
export function closeNotice(call: Call, step: NoticeStep): Promise<Row<'PublicNotice'>> {
  return inTransaction(call, async (tx) => {
    const { competitionId } = await seen(tx, 'PublicNotice', step.id);
    const { regionId } = await heldCompetition(tx, competitionId);
    const before = await seen(tx, 'PublicNotice', step.id);
    const as = checkOffice(tx, { regionId });
    checkStep(NOTICE, 'CLOSE', before, step);
    const { closesOn } = before;
    if (!isPast(closesOn, tx.now())) {
      const day = closesOn.toISOString().slice(0, 10);
      const message = `It is open until the end of ${day}.`;
      throw new DeadlineError(message, `公示期至 ${day} 24时,尚未届满。`, endOf(closesOn));
    }
    const open = await tx.db.prisma.objection.count({ where: { noticeId: before.id, status: 'OPEN' } });
    if (open > 0) throw new OpenObjectionsError(open);
    const what = { type: 'PublicNotice', object: 'notice', workflow: NOTICE, action: 'CLOSE' } as const;
    const { opinion } = step;
    return act(tx, { ...what, before, as, opinion, place: { regionId }, data: { closedAt: tx.now() } });
  });
}
