import type { Prisma, PrismaClient } from '../../src/generated/prisma/client.ts';
import { type Basic, placing } from './place.ts';

export function innovationBuilders(prisma: PrismaClient, make: Basic) {
  const place = placing(prisma, make);
  let counter = 0;
  const next = () => ++counter;

  const builders = {
    innovationGroup: async (data: Partial<Prisma.InnovationGroupUncheckedCreateInput> = {}) => {
      const { organizationId, regionId } = await place(data.employerId, data.regionId);
      return prisma.innovationGroup.create({
        data: {
          name: `示例创新小组${next()}`,
          memberCount: 5,
          employerId: organizationId,
          regionId,
          ...data,
        },
      });
    },
    /** A pair at work, where no status is named; with a last day where its status needs one. */
    mentorPair: async (data: Partial<Prisma.MentorPairUncheckedCreateInput> = {}) => {
      const { organizationId, regionId } = await place(data.organizationId, data.regionId);
      const status = data.status ?? 'ACTIVE';
      const isOver = status === 'COMPLETED' || status === 'TERMINATED';
      return prisma.mentorPair.create({
        data: {
          trade: '示例工种',
          startsOn: new Date('2025-03-01'),
          endsOn: new Date('2026-03-01'),
          endedOn: isOver ? new Date('2026-03-01') : null,
          status,
          organizationId,
          regionId,
          mentorId: data.mentorId ?? (await make.person({ employerId: organizationId })).id,
          apprenticeId: data.apprenticeId ?? (await make.person({ employerId: organizationId })).id,
          ...data,
        },
      });
    },
    /** A recognized result, where no status is named. */
    result: async (data: Partial<Prisma.InnovationResultUncheckedCreateInput> = {}) => {
      const { organizationId, regionId } = await place(data.organizationId, data.regionId);
      return prisma.innovationResult.create({
        data: {
          title: `示例成果${next()}`,
          category: 'SMALL_REFORM',
          completedOn: new Date('2025-10-01'),
          status: 'RECOGNIZED',
          organizationId,
          regionId,
          ...data,
        },
      });
    },
    resultAdoption: async (data: Partial<Prisma.ResultAdoptionUncheckedCreateInput> = {}) =>
      prisma.resultAdoption.create({
        data: {
          adoptedOn: new Date('2025-12-01'),
          resultId: data.resultId ?? (await builders.result()).id,
          adopterId: data.adopterId ?? (await make.organization()).id,
          ...data,
        },
      }),
  };
  return builders;
}
