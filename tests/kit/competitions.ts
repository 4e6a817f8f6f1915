import type { CompetitionStatus, Prisma, PrismaClient } from '../../src/generated/prisma/client.ts';
import { type Basic, placing } from './place.ts';

/** How many of the instants a competition of each status has passed; the halted ones were running. */
const PASSED: Record<CompetitionStatus, number> = {
  DRAFT: 0,
  PUBLISHED: 1,
  APPLYING: 2,
  RUNNING: 3,
  SCORING: 4,
  FROZEN: 5,
  NOTICE: 6,
  CONCLUDED: 7,
  ARCHIVED: 8,
  SUSPENDED: 3,
  CANCELLED: 3,
};
const INSTANTS = {
  publishedAt: new Date('2025-02-01T01:00:00Z'),
  applicationsOpenedAt: new Date('2025-03-01T01:00:00Z'),
  startedAt: new Date('2025-04-01T01:00:00Z'),
  scoringAt: new Date('2025-11-01T01:00:00Z'),
  frozenAt: new Date('2025-12-01T01:00:00Z'),
  noticeOpenedAt: new Date('2026-01-01T01:00:00Z'),
  concludedAt: new Date('2026-02-01T01:00:00Z'),
  archivedAt: new Date('2026-03-01T01:00:00Z'),
};
const HALTED_AT = new Date('2025-06-01T01:00:00Z');
const HALTS = {
  SUSPENDED: { suspendedAt: HALTED_AT, suspendedFrom: 'RUNNING', reason: '示例原因' },
  CANCELLED: { cancelledAt: HALTED_AT, reason: '示例原因' },
} as const;

export function competitionBuilders(prisma: PrismaClient, make: Basic) {
  const place = placing(prisma, make);
  let counter = 0;

  const builders = {
    /** A draft, where no status is named; with the instants that its status needs, in order. */
    competition: async (data: Partial<Prisma.CompetitionUncheckedCreateInput> = {}) => {
      const status = data.status ?? 'DRAFT';
      const { regionId } = data.regionId ? { regionId: data.regionId } : await place();
      return prisma.competition.create({
        data: {
          title: `示例劳动竞赛${++counter}`,
          kind: 'LABOR',
          level: 'MUNICIPAL',
          year: 2025,
          route: ['COUNTY', 'MUNICIPAL'],
          status,
          ...Object.fromEntries(Object.entries(INSTANTS).slice(0, PASSED[status])),
          ...((status === 'SUSPENDED' || status === 'CANCELLED') && HALTS[status]),
          regionId,
          ...data,
        },
      });
    },
    /** The last track of its competition so far. */
    track: async (data: Partial<Prisma.TrackUncheckedCreateInput> = {}) => {
      const competitionId = data.competitionId ?? (await builders.competition()).id;
      const ordinal = 1 + (await prisma.track.count({ where: { competitionId } }));
      return prisma.track.create({
        data: { name: `示例赛道${ordinal}`, recipientKind: 'PROJECT', ordinal, competitionId, ...data },
      });
    },
    /** The last stage of its competition so far: a quarter, the first ones of 2025. */
    stage: async (data: Partial<Prisma.StageUncheckedCreateInput> = {}) => {
      const competitionId = data.competitionId ?? (await builders.competition()).id;
      const before = await prisma.stage.count({ where: { competitionId } });
      const day = (month: number, date: number) => new Date(Date.UTC(2025, 3 * before + month, date));
      return prisma.stage.create({
        data: {
          name: `示例阶段${before + 1}`,
          ordinal: before + 1,
          kind: 'PERIODIC',
          startsOn: day(0, 1),
          endsOn: day(3, 0),
          summaryDueOn: day(3, 10),
          weight: '0.25',
          competitionId,
          ...data,
        },
      });
    },
    /** The last metric of its competition so far. */
    metric: async (data: Partial<Prisma.MetricUncheckedCreateInput> = {}) => {
      const competitionId = data.competitionId ?? (await builders.competition()).id;
      const ordinal = 1 + (await prisma.metric.count({ where: { competitionId } }));
      return prisma.metric.create({
        data: {
          code: `example_${ordinal}`,
          name: `示例指标${ordinal}`,
          unit: '项',
          aggregation: 'SUM',
          ordinal,
          competitionId,
          ...data,
        },
      });
    },
  };
  return builders;
}
