import type { Prisma, PrismaClient, RecipientKind } from '../../src/generated/prisma/client.ts';
import type { decisionBuilders } from './decisions.ts';
import { type Basic, placing } from './place.ts';

type Grant = Partial<Prisma.AwardGrantUncheckedCreateInput>;

export function awardBuilders(prisma: PrismaClient, make: Basic & ReturnType<typeof decisionBuilders>) {
  const place = placing(prisma, make);
  let counter = 0;
  const next = () => ++counter;

  const builders = {
    awardType: async (data: Partial<Prisma.AwardTypeUncheckedCreateInput> = {}) =>
      prisma.awardType.create({
        data: {
          code: `example.award_${next()}`,
          name: `示例奖${counter}`,
          nameEn: `Example award ${counter}`,
          level: 'MUNICIPAL',
          recipientKind: 'PERSON',
          ...data,
        },
      }),
    /** A grant to a person, where no other recipient is named; if revoked, with the decision, day and reason. */
    awardGrant: async (data: Grant = {}) => {
      const recipientKind = kindOf(data);
      const { organizationId, regionId } = await place(data.organizationId ?? undefined, data.regionId);
      return prisma.awardGrant.create({
        data: {
          grantedOn: new Date('2025-05-01'),
          ...(data.status === 'REVOKED' && {
            revokedOn: new Date('2026-03-01'),
            revocationReason: '示例原因',
            revocationDecisionId:
              data.revocationDecisionId ?? (await make.decision({ kind: 'REVOKE', regionId })).id,
          }),
          awardTypeId: data.awardTypeId ?? (await builders.awardType({ recipientKind })).id,
          decisionId: data.decisionId ?? (await make.decision({ regionId })).id,
          ...(recipientKind === 'COLLECTIVE' && { organizationId }),
          ...(recipientKind === 'PERSON' && {
            personId: data.personId ?? (await make.person({ employerId: organizationId })).id,
          }),
          regionId,
          ...data,
        },
      });
    },
  };
  return builders;
}

function kindOf(grant: Grant): RecipientKind {
  if (grant.teamName !== undefined) return 'COLLECTIVE';
  if (grant.organizationId) return 'ORGANIZATION';
  if (grant.projectId) return 'PROJECT';
  if (grant.studioId) return 'STUDIO';
  return grant.resultId ? 'RESULT' : 'PERSON';
}
