import type { Prisma, PrismaClient, StudioTitleStatus } from '../../src/generated/prisma/client.ts';
import type { decisionBuilders } from './decisions.ts';
import { type Basic, placing } from './place.ts';

/** Titles that were held once; the last two are no more. */
const GIVEN: StudioTitleStatus[] = ['NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED'];
const OVER = GIVEN.slice(2);

export function studioBuilders(prisma: PrismaClient, make: Basic & ReturnType<typeof decisionBuilders>) {
  const place = placing(prisma, make);
  let counter = 0;

  const builders = {
    studio: async (data: Partial<Prisma.StudioUncheckedCreateInput> = {}) => {
      const { organizationId, regionId } = await place(data.employerId, data.regionId);
      return prisma.studio.create({
        data: {
          name: `示例创新工作室${++counter}`,
          kind: 'MODEL_WORKER',
          closedOn: data.status === 'CLOSED' ? new Date('2026-03-01') : null,
          employerId: organizationId,
          regionId,
          ...data,
        },
      });
    },
    studioMember: async (data: Partial<Prisma.StudioMemberUncheckedCreateInput> = {}) =>
      prisma.studioMember.create({
        data: {
          role: 'MEMBER',
          studioId: data.studioId ?? (await builders.studio()).id,
          personId: data.personId ?? (await make.person()).id,
          ...data,
        },
      }),
    /** A title that is held, where no status is named; with the decisions and days that its status needs. */
    studioTitle: async (data: Partial<Prisma.StudioTitleUncheckedCreateInput> = {}) => {
      const status = data.status ?? 'NAMED';
      const { id: studioId, regionId } = data.studioId
        ? await studio(data.studioId)
        : await builders.studio();
      const by = async (id: string | null | undefined, kind: 'NAME' | 'REVOKE') =>
        id === undefined ? (await make.decision({ kind, regionId })).id : id;
      return prisma.studioTitle.create({
        data: {
          level: 'MUNICIPAL',
          batchYear: 2025,
          status,
          ...(GIVEN.includes(status) && {
            decisionId: await by(data.decisionId, 'NAME'),
            validFrom: new Date('2025-05-01'),
          }),
          ...(OVER.includes(status) && { validTo: new Date('2026-03-01') }),
          ...(status === 'REVOKED' && {
            revocationDecisionId: await by(data.revocationDecisionId, 'REVOKE'),
          }),
          studioId,
          ...data,
        },
      });
    },
  };
  const studio = (id: string) => prisma.studio.findUniqueOrThrow({ where: { id } });
  return builders;
}
