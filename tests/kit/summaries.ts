import type { Prisma, PrismaClient, SummaryStatus } from '../../src/generated/prisma/client.ts';
import type { competitionBuilders } from './competitions.ts';
import type { entryBuilders } from './entries.ts';

const SUBMITTED: SummaryStatus[] = ['SUBMITTED', 'RETURNED', 'ACCEPTED'];

type Others = ReturnType<typeof competitionBuilders> & ReturnType<typeof entryBuilders>;

export function summaryBuilders(prisma: PrismaClient, make: Others) {
  return {
    /** One that is due on 11 May 2026, of a competing entry; with the instants that its status needs. */
    stageSummary: async (data: Partial<Prisma.StageSummaryUncheckedCreateInput> = {}) => {
      const status = data.status ?? 'DUE';
      const entry = data.entryId
        ? await prisma.entry.findUniqueOrThrow({ where: { id: data.entryId } })
        : await make.entry({ status: 'ACTIVE' });
      return prisma.stageSummary.create({
        data: {
          status,
          dueOn: status === 'NOT_DUE' ? null : new Date('2026-05-11'),
          submittedAt: SUBMITTED.includes(status) ? new Date('2026-04-20T01:00:00Z') : null,
          acceptedAt: status === 'ACCEPTED' ? new Date('2026-04-21T01:00:00Z') : null,
          stageId: data.stageId ?? (await make.stage({ competitionId: entry.competitionId })).id,
          entryId: entry.id,
          regionId: entry.regionId,
          organizationId: entry.applicantId,
          ...data,
        },
      });
    },
    metricValue: async (data: Omit<Prisma.MetricValueUncheckedCreateInput, 'value'> & { value?: string }) =>
      prisma.metricValue.create({ data: { value: '1', ...data } }),
  };
}
