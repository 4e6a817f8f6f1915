import type { Prisma, PrismaClient } from '../../src/generated/prisma/client.ts';
import { type Basic, placing } from './place.ts';

export function projectBuilders(prisma: PrismaClient, make: Basic) {
  const place = placing(prisma, make);
  let counter = 0;

  const builders = {
    project: async (data: Partial<Prisma.ProjectUncheckedCreateInput> = {}) => {
      const { organizationId, regionId } = await place(data.ownerId, data.regionId);
      return prisma.project.create({
        data: {
          name: `示例工程${++counter}`,
          level: 'MUNICIPAL_KEY',
          status: 'UNDER_CONSTRUCTION',
          ownerId: organizationId,
          regionId,
          ...data,
        },
      });
    },
    projectParticipant: async (data: Partial<Prisma.ProjectParticipantUncheckedCreateInput> = {}) =>
      prisma.projectParticipant.create({
        data: {
          role: 'CONTRACTOR',
          projectId: data.projectId ?? (await builders.project()).id,
          organizationId: data.organizationId ?? (await make.organization()).id,
          ...data,
        },
      }),
  };
  return builders;
}
