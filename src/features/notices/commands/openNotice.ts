import type { NoticeScope } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { endOf, plusDays } from '../../../platform/days.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError, StateError } from '../../../platform/refusals.ts';
import { today } from '../../../platform/terms.ts';
import { LABEL, NAME, REQUIRED_TEXT, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { actionsFrom } from '../../../platform/workflow.ts';
import { seen } from '../../../platform/writes.ts';
import { exceptionsAround } from '../../calendar/reads.ts';
import { addWorkingDays } from '../../calendar/rules.ts';
import { COMPETITION_WORKFLOW } from '../../competitions/rules.ts';
import { LEAST_WORKING_DAYS, MOST_WORKING_DAYS, NoticeOpenError, NoticePeriodError } from '../rules.ts';
import { opened } from './followers.ts';
import { checkOffice, heldCompetition } from './office.ts';

export interface NewNotice {
  /** One of these two. */
  readonly shortlistId?: string | null | undefined;
  readonly standingId?: string | null | undefined;
  readonly title: string;
  readonly text: string;
  readonly scope: NoticeScope;
  readonly channel?: string | null | undefined;
  /** As many as it takes at least, unless given. */
  readonly workingDays?: number | null | undefined;
}

const TEXTS = { title: NAME, text: REQUIRED_TEXT, channel: LABEL };

/** Puts up a shortlist or a standing for public notice, in a competition whose outcome is under notice. */
export function openNotice(call: Call, input: NewNotice): Promise<Row<'PublicNotice'>> {
  const { scope, workingDays } = input;
  const days = workingDays ?? LEAST_WORKING_DAYS;
  return inTransaction(call, async (tx) => {
    const { path, competitionId, ...subject } = await subjectOf(tx, input);
    const competition = await heldCompetition(tx, competitionId);
    const as = checkOffice(tx, competition, path);
    const texts = textsOf(input, TEXTS);
    if (days < LEAST_WORKING_DAYS || days > MOST_WORKING_DAYS) throw new NoticePeriodError(days);
    const { status, regionId, isDemo } = competition;
    if (status !== 'NOTICE') {
      throw new StateError(status, 'NOTICE_OPEN', actionsFrom(COMPETITION_WORKFLOW, status), path);
    }
    await checkShown(tx, subject, path);

    const opensOn = today(tx);
    const term = { workingDays: days, opensOn, closesOn: await lastDay(tx, opensOn, days) };
    const after = await make(tx, {
      type: 'PublicNotice',
      action: 'noticeOpen',
      as,
      data: { ...texts, ...subject, ...term, competitionId, scope, isDemo },
      step: { action: 'OPEN', to: 'OPEN' },
      place: () => ({ regionId }),
    });
    await opened(tx, after, as);
    return after;
  });
}

async function subjectOf(tx: Call, { shortlistId = null, standingId = null }: NewNotice) {
  if ((shortlistId === null) === (standingId === null)) {
    throw new InvalidError('Name a shortlist or a standing.', '请指定拟表扬名单或排名其中之一。', [
      'shortlist',
    ]);
  }
  if (standingId !== null) {
    const { competitionId } = await seen(tx, 'Standing', standingId, ['standing']);
    return { path: ['standing'], competitionId, standingId, shortlistId };
  }
  const shortlist = await seen(tx, 'Shortlist', shortlistId!, ['shortlist']);
  const { competitionId } = shortlist;
  return { path: ['shortlist'], competitionId, standingId: shortlist.standingId, shortlistId };
}

/** @throws {StateError | NoticeOpenError} where the standing is none that is published, or is shown already */
async function checkShown(
  { db }: Call,
  { standingId, shortlistId }: { readonly standingId: string; readonly shortlistId: string | null },
  path: readonly string[],
): Promise<void> {
  const { status } = await db.prisma.standing.findUniqueOrThrow({ where: { id: standingId } });
  if (status !== 'PUBLISHED') throw new StateError(status, 'NOTICE_OPEN', [], path);
  const other = await db.prisma.publicNotice.findFirst({
    where: { standingId, shortlistId, status: 'OPEN' },
  });
  if (other) throw new NoticeOpenError(endOf(other.closesOn), path);
}

/** The last one of so many working days: the first day itself does not count. */
async function lastDay(tx: Call, opensOn: Date, days: number): Promise<Date> {
  // Half of all days are working days at least.
  const exceptions = await exceptionsAround(tx, opensOn, plusDays(opensOn, 2 * days));
  return addWorkingDays(opensOn, days, exceptions);
}
