import type { Call } from '../../../platform/call.ts';
import { endOf, latest } from '../../../platform/days.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { IncompleteError, StateError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { actionsFrom } from '../../../platform/workflow.ts';
import { act, checkStep } from '../../../platform/writes.ts';
import { COMPETITION_WORKFLOW } from '../../competitions/rules.ts';
import { ShortlistOutdatedError } from '../../notices/rules.ts';
import { recipientOf, vetoedOf, WITH_ENTRY } from '../reads.ts';
import { CandidatesVetoedError, DECIDED_WHILE, NoticeNotClosedError, SHORTLIST } from '../rules.ts';
import { checkedDecision, checkGiven, type GivenDecision } from './checkDecision.ts';
import { checkDisinterested, heldShortlist } from './mayPraise.ts';

export interface Deciding extends GivenDecision {
  readonly id: string;
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** Praises those on a shortlist: a decision and a grant for each, all in one transaction. */
export function decideShortlist(call: Call, input: Deciding): Promise<Row<'Shortlist'>> {
  return inTransaction(call, async (tx) => {
    const { shortlist, competition, as } = await heldShortlist(tx, input.id);
    checkStep(SHORTLIST, 'DECIDE', shortlist, input);
    await checkDisinterested(tx, shortlist.id);
    const { status, regionId } = competition;
    if (status !== DECIDED_WHILE) {
      throw new StateError(status, 'SHORTLIST_DECIDE', actionsFrom(COMPETITION_WORKFLOW, status));
    }
    const closedAt = await checkNoticed(tx, shortlist);
    const praised = await praisedBy(tx, shortlist);
    const { isDemo } = shortlist;
    const { issuedOn, ...words } = await checkedDecision(tx, input, { competition, isDemo, closedAt });
    checkGiven(
      praised.map(({ quotaRule }) => quotaRule!.awardType),
      issuedOn,
    );

    const action = 'shortlistDecide';
    const { id: decisionId } = await make(tx, {
      ...{ type: 'Decision', action, as },
      data: { ...words, issuedOn, kind: 'PRAISE', nature: 'PRAISE', regionId, isDemo },
    });
    for (const { entry, quotaRule, standingRowId } of praised) {
      await make(tx, {
        ...{ type: 'AwardGrant', action, as },
        data: {
          ...recipientOf(entry),
          ...{ decisionId, awardTypeId: quotaRule!.awardTypeId, standingRowId },
          ...{ grantedOn: issuedOn, regionId: entry.regionId, isDemo },
        },
      });
    }
    return act(tx, {
      ...{ type: 'Shortlist', object: 'shortlist', workflow: SHORTLIST, action: 'DECIDE', before: shortlist },
      ...{ opinion: input.opinion, as, place: { regionId } },
      data: { decisionId, decidedAt: latest(tx.now(), shortlist.noticedAt) },
    } as const);
  });
}

/** When its notice was closed. @throws {NoticeNotClosedError} where it is not, or an objection waits */
async function checkNoticed({ db }: Call, { id: shortlistId }: Row<'Shortlist'>): Promise<Date> {
  const { closesOn, closedAt } = await db.prisma.publicNotice.findFirstOrThrow({
    where: { shortlistId },
    orderBy: { createdAt: 'desc' },
  });
  const open = await db.prisma.objection.count({ where: { notice: { shortlistId }, status: 'OPEN' } });
  if (closedAt === null || open > 0) throw new NoticeNotClosedError(endOf(closesOn), open);
  return closedAt;
}

/** Those who are to be praised. @throws {ShortlistOutdatedError | IncompleteError | CandidatesVetoedError} */
async function praisedBy(tx: Call, { id: shortlistId, standingId }: Row<'Shortlist'>) {
  const { prisma } = tx.db;
  const { status } = await prisma.standing.findUniqueOrThrow({ where: { id: standingId } });
  if (status !== 'PUBLISHED') throw new ShortlistOutdatedError();
  const praised = await prisma.shortlistCandidate.findMany({
    where: { shortlistId, isSelected: true },
    include: { entry: WITH_ENTRY, quotaRule: { include: { awardType: true } } },
    orderBy: { ordinal: 'asc' },
  });
  if (praised.length === 0) throw new IncompleteError(['candidates']);
  const entries = praised.map(({ entry }) => entry);
  const vetoed = await vetoedOf(tx, entries);
  if (vetoed.size > 0) {
    const nos = entries.filter(({ id }) => vetoed.has(id)).map(({ entryNo }) => entryNo!);
    throw new CandidatesVetoedError(nos);
  }
  return praised;
}
