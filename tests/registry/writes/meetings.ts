import type { App } from '../../kit/app.ts';
import { NOON } from '../../kit/app.ts';
import type { Write, Writes } from '../../kit/refusals.ts';

type Meeting = Parameters<App['committeeMeeting']>[0];
type Item = Parameters<App['actionItem']>[0];

export async function meetingWrites(app: App): Promise<Writes> {
  const { id: committeeId } = await app.committee();
  const { id: meetingId } = await app.committeeMeeting({ committeeId, status: 'HELD' });
  const { id: organizationId } = await app.organization();
  const { id: personId } = await app.person({ employerId: organizationId });
  const meeting = (data: Meeting) => app.committeeMeeting({ committeeId, ...data });
  const attendance = (data: Partial<Parameters<App['meetingAttendance']>[0]> = {}) =>
    app.meetingAttendance({ meetingId, ...data });
  const item = (data: Item = {}) => app.actionItem({ meetingId, ownerId: organizationId, ...data });
  const text = (data: Meeting): [string, Write] => ['committee_meeting_text_check', () => meeting(data)];
  const status = (data: Meeting): [string, Write] => ['committee_meeting_status_check', () => meeting(data)];
  const reported = (data: object): [string, Write] => [
    'action_item_report_check',
    async () => {
      const { id } = await item({ status: 'DONE' });
      return app.db.prisma.actionItem.update({ where: { id }, data });
    },
  ];
  const itemStatus = (data: Item): [string, Write] => ['action_item_status_check', () => item(data)];

  return {
    refused: {
      'a meeting without a title': text({ title: '' }),
      'a meeting with an empty agenda': text({ agenda: '' }),
      'a meeting with empty minutes': text({ status: 'HELD', minutes: '' }),
      'a meeting canceled for an empty reason': text({ status: 'CANCELLED', reason: '' }),
      'a meeting closed never': status({ status: 'CLOSED', closedAt: null }),
      'a meeting that was held and is closed': status({ status: 'HELD', closedAt: NOON }),
      'a meeting closed without minutes': status({ status: 'CLOSED', minutes: null }),
      'a meeting canceled never': status({ status: 'CANCELLED', cancelledAt: null }),
      'a meeting that is planned and canceled': status({ cancelledAt: NOON }),
      'a meeting canceled for no reason': status({ status: 'CANCELLED', reason: null }),
      'a meeting that is planned, and why not': status({ reason: '示例' }),
      'an organization at a meeting twice': [
        'meeting_attendance_key',
        async () => attendance({ organizationId: (await attendance()).organizationId }),
      ],
      'a person at a meeting twice': [
        'meeting_attendance_key',
        async () => {
          await attendance({ organizationId, personId });
          return attendance({ organizationId, personId });
        },
      ],
      'an empty note on who was there': ['meeting_attendance_note_check', () => attendance({ note: '' })],
      'who was there before the first': [
        'meeting_attendance_ordinal_check',
        () => attendance({ ordinal: 0 }),
      ],
      'two in one place at a meeting': [
        'meeting_attendance_meeting_id_ordinal_key',
        async () => attendance({ ordinal: (await attendance()).ordinal }),
      ],
      'a snapshot in its second version': [
        'state_of_play_snapshot_version_check',
        () => app.snapshot({ meetingId, version: 2 }),
      ],
      'an action item of nothing': ['action_item_text_check', () => item({ text: '' })],
      'an empty report': ['action_item_text_check', () => item({ status: 'DONE', report: '' })],
      'a report of nobody': reported({ reporterId: null }),
      'a report of no time': reported({ reportedAt: null }),
      'what is done without a report': reported({ report: null, reportedAt: null, reporterId: null }),
      'an item confirmed never': itemStatus({ status: 'CONFIRMED', confirmedAt: null }),
      'an open item that is confirmed': itemStatus({ confirmedAt: NOON }),
      'an item canceled never': itemStatus({ status: 'CANCELLED', cancelledAt: null }),
      'an open item that is canceled': itemStatus({ cancelledAt: NOON }),
    },

    allowed: {
      'an organization at a meeting, and two persons for it': async () => {
        const { id } = await app.organization();
        await attendance({ organizationId: id });
        for (let n = 0; n < 2; n++) {
          await attendance({ organizationId: id, personId: (await app.person({ employerId: id })).id });
        }
      },
      'an open item that was sent back with its report': async () => {
        const { id } = await item({ status: 'DONE' });
        return app.db.prisma.actionItem.update({ where: { id }, data: { status: 'OPEN' } });
      },
      'a meeting that was held without minutes': () => meeting({ status: 'HELD' }),
    },
  };
}
