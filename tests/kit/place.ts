import type { PrismaClient } from '../../src/generated/prisma/client.ts';
import type { builders } from './builders.ts';

export type Basic = ReturnType<typeof builders>;

/** The organization that a row belongs to and the region it is counted for, made where a test names none. */
export function placing(prisma: PrismaClient, make: Basic) {
  return async (organizationId?: string, regionId?: string) => {
    const organization = organizationId
      ? await prisma.organization.findUniqueOrThrow({ where: { id: organizationId } })
      : await make.organization(regionId ? { regionId } : {});
    return { organizationId: organization.id, regionId: regionId ?? organization.regionId };
  };
}
