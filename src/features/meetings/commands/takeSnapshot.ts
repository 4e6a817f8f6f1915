import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError, InvalidError, NotFoundError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { checkStep, seen } from '../../../platform/writes.ts';
import { keptOf } from '../../stateOfPlay/kept.ts';
import { stateOfPlay } from '../../stateOfPlay/reads.ts';
import { OFFICE, officeOver } from '../policy.ts';
import { committeeRegion, liesIn } from '../reads.ts';
import { MEETING } from '../rules.ts';

export interface SnapshotRequest {
  readonly meetingId: string;
  readonly competitionId: string;
  /** The whole competition unless given. */
  readonly stageId?: string | null | undefined;
}

/** Keeps for a meeting how a competition or a stage stands, as the office sees it. The meeting itself stays as it is. */
export function takeSnapshot(call: Call, request: SnapshotRequest): Promise<Row<'StateOfPlaySnapshot'>> {
  const { meetingId, competitionId, stageId = null } = request;
  return inTransaction(call, async (tx) => {
    await holdRow(tx, 'CommitteeMeeting', meetingId, 'IN_TURN');
    const meeting = await seen(tx, 'CommitteeMeeting', meetingId);
    const competition = await seen(tx, 'Competition', competitionId, ['competition']);
    const regionId = await committeeRegion(tx, meeting.committeeId);
    // Whoever may look at the snapshot looks after the committee's region, and so after the competition's.
    const as = officeOver(tx.actor, regionId);
    if (!as) throw new ForbiddenError(['ADMIN', ...OFFICE]);
    if (!(await liesIn(tx, competition.regionId, regionId))) {
      throw new InvalidError(
        "It is held outside of the committee's region.",
        '该竞赛不在委员会所在地区内。',
        ['competition'],
      );
    }
    const stage = stageId && (await seen(tx, 'Stage', stageId, ['stage']));
    if (stage && stage.competitionId !== competitionId) throw new NotFoundError('Stage', ['stage']);
    checkStep(MEETING, 'SNAPSHOT', meeting, meeting);
    const isDemo = demonstrationOf({ competition }, meeting.isDemo);

    // Scores, standings and vetoes stay as they are while its parts are read one after the other.
    await holdRow(tx, 'Competition', competitionId, 'IN_TURN');
    const state = stateOfPlay(tx, { competitionId, stageId });
    const { asOf: takenAt } = state;
    const times = { takenAt, createdAt: takenAt, updatedAt: takenAt };
    const after = await tx.db.prisma.stateOfPlaySnapshot.create({
      data: { figures: await keptOf(state), meetingId, competitionId, stageId, isDemo, ...times },
    });
    const { status } = meeting;
    await recordStep(tx, {
      ...{ type: 'CommitteeMeeting', id: meetingId, action: 'SNAPSHOT', from: status, to: status },
      ...{ place: { regionId }, as },
    });
    recordChange(tx, { type: 'StateOfPlaySnapshot', action: 'meetingSnapshot', after, as });
    return after;
  });
}
