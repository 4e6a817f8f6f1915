import type { DecisionKind, Prisma, PrismaClient } from '../../src/generated/prisma/client.ts';
import { type Basic, placing } from './place.ts';

const NATURES = {
  GRANT: 'CONFERRAL',
  NAME: 'NAMING',
  PRAISE: 'PRAISE',
  REVOKE: null,
  AMEND: null,
} as const satisfies Record<DecisionKind, unknown>;

/** Decisions, and the committees that are one kind of issuer. */
export function decisionBuilders(prisma: PrismaClient, make: Basic) {
  const place = placing(prisma, make);
  let counter = 0;
  const next = () => ++counter;

  const builders = {
    /** A grant by an organization, where neither kind nor issuer is named. */
    decision: async (data: Partial<Prisma.DecisionUncheckedCreateInput> = {}) => {
      const kind = data.kind ?? 'GRANT';
      const { organizationId, regionId } = data.committeeId
        ? { organizationId: null, regionId: data.regionId ?? (await committee(data.committeeId)).regionId }
        : await place(data.issuerId ?? undefined, data.regionId);
      return prisma.decision.create({
        data: {
          docNo: `示例〔2025〕${next()}号`,
          title: `示例决定${counter}`,
          kind,
          nature: NATURES[kind],
          issuedOn: new Date('2025-05-01'),
          issuerId: organizationId,
          regionId,
          ...data,
        },
      });
    },
    committee: async (data: Partial<Prisma.CommitteeUncheckedCreateInput> = {}) => {
      const { organizationId, regionId } = await place(data.officeId, data.regionId);
      return prisma.committee.create({
        data: {
          name: `示例劳动竞赛委员会${next()}`,
          level: 'MUNICIPAL',
          officeId: organizationId,
          regionId,
          ...data,
        },
      });
    },
    committeeMember: async (data: Partial<Prisma.CommitteeMemberUncheckedCreateInput> = {}) =>
      prisma.committeeMember.create({
        data: {
          post: 'MEMBER',
          committeeId: data.committeeId ?? (await builders.committee()).id,
          organizationId: data.organizationId ?? (await make.organization()).id,
          ...data,
        },
      }),
  };
  const committee = (id: string) => prisma.committee.findUniqueOrThrow({ where: { id } });
  return builders;
}
