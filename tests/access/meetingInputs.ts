import type { ActionItemStatus, MeetingStatus } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import type { App } from '../kit/app.ts';

/** What each mutation of meetings and action items is given where each is to be done once. */
export function meetingInputs(app: App): Record<string, () => Promise<object>> {
  const meeting = async (status: MeetingStatus, input: object = {}) => {
    const { id } = await app.committeeMeeting({ status, ...(status === 'HELD' && { minutes: '示例' }) });
    return { ...input, id: globalId('CommitteeMeeting', id), version: 1 };
  };
  const item = async (status: ActionItemStatus, input: object = {}) => {
    const { id } = await app.actionItem({ status });
    return { ...input, id: globalId('ActionItem', id), version: 1 };
  };
  return {
    meetingPlan: async () => ({
      committee: globalId('Committee', (await app.committee()).id),
      ...{ title: '示例碰头会', kind: 'GET_TOGETHER', heldAt: '2026-06-01T01:00:00Z' },
    }),
    meetingEdit: () => meeting('PLANNED', { agenda: '示例议程' }),
    meetingHold: async () => {
      const { organizationId, committeeId } = await app.committeeMember();
      const { id } = await app.committeeMeeting({ committeeId });
      const attendances = [{ organization: globalId('Organization', organizationId), presence: 'PRESENT' }];
      return { id: globalId('CommitteeMeeting', id), version: 1, attendances };
    },
    meetingClose: () => meeting('HELD'),
    meetingCancel: () => meeting('PLANNED', { opinion: '示例' }),
    meetingSnapshot: async () => {
      const { id: committeeId, regionId } = await app.committee();
      const { id } = await app.committeeMeeting({ committeeId, status: 'HELD' });
      const { id: competitionId } = await app.competition({ regionId, status: 'RUNNING' });
      return { id: globalId('CommitteeMeeting', id), competition: globalId('Competition', competitionId) };
    },
    actionItemAdd: async () => ({
      meeting: (await meeting('HELD')).id,
      owner: globalId('Organization', (await app.organization()).id),
      ...{ text: '示例事项', dueOn: '2026-05-31' },
    }),
    actionItemReport: () => item('OPEN', { report: '示例办理情况' }),
    actionItemConfirm: () => item('DONE'),
    actionItemReopen: () => item('DONE', { opinion: '示例' }),
    actionItemCancel: () => item('OPEN', { opinion: '示例' }),
  };
}
