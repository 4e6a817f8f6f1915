import { latest } from '../../../platform/days.ts';
import { StateError } from '../../../platform/refusals.ts';
import { actionsFrom } from '../../../platform/workflow.ts';
import { act } from '../../../platform/writes.ts';
import { whenConcluding } from '../../entries/commands/conclusion.ts';
import { followNotices } from '../../notices/commands/followers.ts';
import { lackingOf } from '../reads.ts';
import { SHORTLIST } from '../rules.ts';
import { checkCurrent } from './checkCurrent.ts';
import { select } from './select.ts';

followNotices({
  /** A shortlist that was settled is under notice with it, if what it rests on is still so. */
  async opened(tx, { shortlistId, competitionId }, as) {
    if (shortlistId === null) return;
    const { prisma } = tx.db;
    const before = await prisma.shortlist.findUniqueOrThrow({ where: { id: shortlistId } });
    const path = ['shortlist'];
    const { status } = before;
    if (!SHORTLIST.NOTICE.from.includes(status)) {
      throw new StateError(status, 'NOTICE', actionsFrom(SHORTLIST, status), path);
    }
    await checkCurrent(tx, before, path);
    const { regionId } = await prisma.competition.findUniqueOrThrow({ where: { id: competitionId } });
    const what = { type: 'Shortlist', object: 'shortlist', workflow: SHORTLIST, action: 'NOTICE' } as const;
    const data = { noticedAt: latest(tx.now(), before.drawnAt) };
    await act(tx, { ...what, before, as, place: { regionId }, data });
  },

  /** Whom an objection was right about is no longer to be praised; nobody comes after them. */
  async upheld(tx, { candidateId, finding }, as) {
    const { shortlist: before, ...candidate } = await tx.db.prisma.shortlistCandidate.findUniqueOrThrow({
      where: { id: candidateId! },
      include: { shortlist: { include: { competition: { select: { regionId: true } } } } },
    });
    const {
      competition: { regionId },
      ...shortlist
    } = before;
    if (!candidate.isSelected || shortlist.status !== 'NOTICED') return;
    const how = { action: 'UPHOLD', kind: 'OBJECTION_UPHELD', opinion: finding!, as, regionId } as const;
    await select(tx, shortlist, candidate, how);
  },
});

whenConcluding((tx, { id }) => lackingOf(tx, id));
