import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError, InvalidError, StateError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { applicantOf } from '../policy.ts';
import { isWithin } from '../reads.ts';
import { COMPETITION_STATES } from '../rules.ts';
import { checkOpen } from './checkOpen.ts';
import { checkTrack } from './checkTrack.ts';
import { checkUnique } from './checkUnique.ts';
import { type Contents, checkedContents } from './contents.ts';
import { checkedEnclosures, enclose } from './enclose.ts';
import { type Entry, placeOf } from './step.ts';
import { type Subject, type SubjectWish, subjectOf } from './subject.ts';

export interface NewEntry extends Contents {
  readonly competitionId: string;
  readonly trackId?: string | null | undefined;
  readonly applicantId: string;
  readonly subject: SubjectWish;
  readonly enclosureIds?: readonly string[] | null | undefined;
}

/** Drafts an entry. It is counted where what takes part lies. */
export function createEntry(call: Call, wish: NewEntry): Promise<Entry> {
  const { competitionId, applicantId, trackId = null } = wish;
  return inTransaction(call, async (tx) => {
    const applicant = await seen(tx, 'Organization', applicantId, ['applicant']);
    await seen(tx, 'Competition', competitionId, ['competition']);
    await holdRow(tx, 'Competition', competitionId, 'IN_TURN');
    const competition = await seen(tx, 'Competition', competitionId, ['competition']);
    const as = applicantOf(tx.actor, applicantId);
    if (!as) throw new ForbiddenError(['ADMIN', 'UNIT_OFFICER'], ['applicant']);
    if (!COMPETITION_STATES.CREATE.includes(competition.status)) {
      throw new StateError(competition.status, 'CREATE', [], ['competition']);
    }
    checkOpen(tx, competition, ['competition']);
    const subject = await subjectOf(tx, wish.subject, applicant);
    await checkPlace(tx, { competition, applicant, subject });
    if (trackId) await checkTrack(tx, trackId, competitionId, subject.kind);
    const contents = checkedContents(wish);
    const enclosing = await checkedEnclosures(tx, wish.enclosureIds);
    const { key, name, regionId, isDemo } = subject;
    await checkUnique(tx, { competitionId, trackId, applicantId, key, path: [name] });

    const made = { createdAt: tx.now(), updatedAt: tx.now() };
    const after = await tx.db.prisma.entry.create({
      data: {
        ...contents,
        ...(key as object),
        competitionId,
        trackId,
        applicantId,
        regionId,
        isDemo,
        ...made,
      },
    });
    const action = 'entryCreate';
    await enclose(tx, enclosing, { entryId: after.id }, { action, as });
    const { id } = after;
    await recordStep(tx, { type: 'Entry', action: 'CREATE', id, to: 'DRAFT', place: placeOf(after), as });
    recordChange(tx, { type: 'Entry', action, after, as });
    return after;
  });
}

interface Parts {
  readonly competition: Row<'Competition'>;
  readonly applicant: Row<'Organization'>;
  readonly subject: Subject;
}

/** @throws {InvalidError} where the parts do not go together: made up and real, gone, or elsewhere */
async function checkPlace(tx: Call, { competition, applicant, subject }: Parts): Promise<void> {
  if (applicant.status !== 'ACTIVE') {
    throw new InvalidError('The unit no longer exists.', '该单位已注销或合并。', ['applicant']);
  }
  for (const [name, { isDemo }] of [
    ['applicant', applicant],
    [subject.name, subject],
  ] as const) {
    if (isDemo === competition.isDemo) continue;
    throw new InvalidError(
      'Demonstration records and real ones do not go together.',
      '演示数据与真实数据不能相互关联。',
      [name],
    );
  }
  // Units invite whom they work with, wherever that is.
  if (competition.level === 'ENTERPRISE' || competition.level === 'TEAM') return;
  if (await isWithin(tx, subject.regionId, competition.regionId)) return;
  throw new InvalidError(
    'What takes part does not lie in the region of the competition.',
    '参赛对象不在竞赛举办地区范围内。',
    [subject.name],
  );
}
