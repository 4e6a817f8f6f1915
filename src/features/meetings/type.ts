import { model } from '../../graphql/model.ts';
import { workflowFields } from '../../graphql/workflow.ts';
import { stateKept } from '../stateOfPlay/kept.ts';
import { StateOfPlayType } from '../stateOfPlay/type.ts';
import { attendanceList, itemList, meetingList, snapshotList } from './inputs.ts';
import {
  attendanceVisibleTo,
  doerOf,
  isOwn,
  itemVisibleTo,
  meetingVisibleTo,
  officeOver,
  snapshotVisibleTo,
} from './policy.ts';
import { chargeOf, committeeRegion } from './reads.ts';
import { ACTION_ITEM, isOverdue, MEETING } from './rules.ts';

const KEPT = ['isDemo', 'version', 'createdAt', 'updatedAt'] as const;

export const CommitteeMeeting = model('CommitteeMeeting', {
  visibleTo: meetingVisibleTo,
  list: meetingList,
  columns: [
    ...(['title', 'kind', 'heldAt', 'agenda', 'minutes', 'status'] as const),
    ...(['closedAt', 'cancelledAt', 'reason'] as const),
    ...KEPT,
  ],
  fields: (dialect) => ({
    committee: dialect.one('committee'),
    attendances: dialect.many('attendances'),
    snapshots: dialect.many('snapshots'),
    actionItems: dialect.many('actionItems'),
    ...workflowFields('CommitteeMeeting', dialect, {
      workflow: MEETING,
      needs: ['committeeId'],
      may: async (call, _action, { committeeId }) =>
        officeOver(call.actor, await committeeRegion(call, committeeId)) !== undefined,
    }),
  }),
});

export const MeetingAttendance = model('MeetingAttendance', {
  visibleTo: attendanceVisibleTo,
  list: attendanceList,
  columns: ['presence', 'note', 'ordinal', 'createdAt'],
  fields: ({ one }) => ({
    meeting: one('meeting'),
    organization: one('organization'),
    person: one('person'),
  }),
});

export const StateOfPlaySnapshot = model('StateOfPlaySnapshot', {
  visibleTo: snapshotVisibleTo,
  list: snapshotList,
  columns: ['takenAt', 'isDemo', 'createdAt'],
  fields: ({ t, one, computed }) => ({
    meeting: one('meeting'),
    competition: one('competition'),
    stage: one('stage'),
    stateOfPlay: t.field({
      type: StateOfPlayType,
      description: 'How it stood (当时战况): what is live may have moved on',
      extensions: computed('competitionId', 'stageId', 'takenAt', 'figures'),
      resolve: ({ competitionId, stageId, takenAt, figures }) =>
        stateKept(figures, { competitionId, stageId }, takenAt),
    }),
  }),
});

export const ActionItem = model('ActionItem', {
  visibleTo: itemVisibleTo,
  list: itemList,
  columns: [
    ...(['text', 'dueOn', 'status', 'report'] as const),
    ...(['reportedAt', 'confirmedAt', 'cancelledAt'] as const),
    ...KEPT,
  ],
  fields: (dialect) => ({
    meeting: dialect.one('meeting'),
    owner: dialect.one('owner'),
    competition: dialect.one('competition'),
    entry: dialect.one('entry'),
    reporter: dialect.one('reporter'),
    isOverdue: dialect.t.boolean({
      description:
        'Whether its last day is over, at 24:00 in China, and it has still to be reported as done (逾期)',
      extensions: dialect.computed('status', 'dueOn'),
      resolve: (item, _args, { now }) => isOverdue(item, now()),
    }),
    ...workflowFields('ActionItem', dialect, {
      workflow: ACTION_ITEM,
      needs: ['ownerId', 'reporterId'],
      may: async (call, action, item) =>
        !isOwn(call.actor, action, item) &&
        doerOf(call.actor, action, item, await chargeOf(call, item.id)) !== undefined,
    }),
  }),
});
