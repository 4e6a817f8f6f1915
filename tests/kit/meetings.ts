import { randomUUID } from 'node:crypto';
import type { Prisma, PrismaClient } from '../../src/generated/prisma/client.ts';
import type { competitionBuilders } from './competitions.ts';
import type { decisionBuilders } from './decisions.ts';
import { type Basic, placing } from './place.ts';

const HELD_AT = new Date('2026-04-20T01:00:00Z');
const LATER = new Date('2026-04-25T01:00:00Z');
/** What a snapshot of nothing is made of. */
const NOTHING = { entries: [], summaries: [], totals: [], movers: [], vetoes: [] };

type Others = Basic & ReturnType<typeof decisionBuilders> & ReturnType<typeof competitionBuilders>;

export function meetingBuilders(prisma: PrismaClient, make: Others) {
  const place = placing(prisma, make);
  let counter = 0;

  const builders = {
    /** One that is planned, where no status is named; with the instants that its status needs. */
    committeeMeeting: async (data: Partial<Prisma.CommitteeMeetingUncheckedCreateInput> = {}) => {
      const { status } = data;
      return prisma.committeeMeeting.create({
        data: {
          title: `示例会议${++counter}`,
          kind: 'GET_TOGETHER',
          heldAt: HELD_AT,
          ...(status === 'CLOSED' && { minutes: '示例纪要', closedAt: LATER }),
          ...(status === 'CANCELLED' && { reason: '示例原因', cancelledAt: LATER }),
          committeeId: data.committeeId ?? (await make.committee()).id,
          ...data,
        },
      });
    },
    meetingAttendance: async (
      data: Partial<Prisma.MeetingAttendanceUncheckedCreateInput> & { meetingId: string },
    ) =>
      prisma.meetingAttendance.create({
        data: {
          presence: 'PRESENT',
          ordinal: 1 + (await prisma.meetingAttendance.count({ where: { meetingId: data.meetingId } })),
          ...data,
          organizationId: data.organizationId ?? (await place()).organizationId,
        },
      }),
    /** Of a competition in which nobody takes part. */
    snapshot: async (data: Partial<Prisma.StateOfPlaySnapshotUncheckedCreateInput> = {}) =>
      prisma.stateOfPlaySnapshot.create({
        data: {
          takenAt: HELD_AT,
          figures: NOTHING,
          ...data,
          meetingId: data.meetingId ?? (await builders.committeeMeeting({ status: 'HELD' })).id,
          competitionId: data.competitionId ?? (await make.competition({ status: 'RUNNING' })).id,
        },
      }),
    /** One that is open until 11 May 2026, where no status is named; reported by somebody new where it must be. */
    actionItem: async (data: Partial<Prisma.ActionItemUncheckedCreateInput> = {}) => {
      const { status } = data;
      const isReported = status === 'DONE' || status === 'CONFIRMED';
      const reporter = isReported
        ? (data.reporterId ?? (await prisma.user.create({ data: { subject: `owner-${randomUUID()}` } })).id)
        : null;
      return prisma.actionItem.create({
        data: {
          text: `示例事项${++counter}`,
          dueOn: new Date('2026-05-11'),
          ...(isReported && { report: '示例办理情况', reportedAt: LATER }),
          ...(status === 'CONFIRMED' && { confirmedAt: LATER }),
          ...(status === 'CANCELLED' && { cancelledAt: LATER }),
          ...data,
          reporterId: reporter,
          ownerId: data.ownerId ?? (await place()).organizationId,
          meetingId: data.meetingId ?? (await builders.committeeMeeting({ status: 'HELD' })).id,
        },
      });
    },
  };
  return builders;
}
