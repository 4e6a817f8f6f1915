import type { App } from '../kit/app.ts';

interface Where {
  readonly regionId: string;
  /** Sits in the committee. */
  readonly seated: string;
  /** Is to do what the meeting hands out. */
  readonly owner: string;
}

/** Meetings of a committee in every state, one with who was there, a snapshot and action items. */
export async function meetingRows(app: App, { regionId, seated, owner }: Where): Promise<void> {
  const { id: officeId } = await app.organization({ regionId });
  const { id: committeeId } = await app.committee({ regionId, officeId });
  await app.committeeMember({ committeeId, organizationId: seated });
  // Who sat there once does not read what comes later.
  await app.committeeMember({ committeeId, organizationId: owner, validTo: new Date('2026-01-01') });
  for (const status of ['PLANNED', 'CLOSED', 'CANCELLED'] as const) {
    await app.committeeMeeting({ committeeId, status });
  }
  const { id: meetingId } = await app.committeeMeeting({ committeeId, status: 'HELD', minutes: '示例' });
  const { id: personId } = await app.person({ employerId: seated });
  await app.meetingAttendance({ meetingId, organizationId: seated, personId });
  const { id: guest } = await app.organization({ regionId });
  await app.meetingAttendance({ meetingId, organizationId: guest, presence: 'ABSENT' });
  const { id: competitionId } = await app.competition({ regionId, status: 'RUNNING' });
  const { id: stageId } = await app.stage({ competitionId });
  await app.snapshot({ meetingId, competitionId });
  await app.snapshot({ meetingId, competitionId, stageId });
  const { id: entryId } = await app.entry({ competitionId, regionId, status: 'ACTIVE' });
  for (const status of ['OPEN', 'DONE', 'CONFIRMED', 'CANCELLED'] as const) {
    await app.actionItem({ meetingId, ownerId: owner, status, competitionId, entryId });
  }
}
