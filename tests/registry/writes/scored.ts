import { type App, NOON } from '../../kit/app.ts';

/** The day before noon, and the one before that. */
export const BEFORE = new Date('2026-04-30T12:00:00Z');
export const EARLIER = new Date('2026-04-29T12:00:00Z');

/** A competition that is scored by a scheme of one criterion, and entries in it. */
export async function scored(app: App) {
  const { prisma } = app.db;
  const { id: competitionId, regionId } = await app.competition({ status: 'SCORING' });
  const scheme = await prisma.scoringScheme.create({
    data: {
      ...{ competitionId, name: '示例', totalPoints: 100, aggregation: 'MEAN' },
      ...{ status: 'LOCKED', openedAt: BEFORE, lockedAt: NOON },
      criteria: {
        create: {
          ...{ code: 'A', name: '示例', dimension: 'OTHER', itemType: 'BASE', maxPoints: 100 },
          ...{ method: 'MANUAL', ordinal: 1 },
        },
      },
    },
    include: { criteria: true },
  });
  const { id: userId } = await prisma.user.create({ data: { subject: `scored-${competitionId}` } });
  const { id: organizationId } = await app.organization({ regionId });
  const entry = async () =>
    (await app.entry({ competitionId, regionId, applicantId: organizationId, status: 'ACTIVE' })).id;
  const ids = { competitionId, regionId, userId, organizationId, schemeId: scheme.id };
  return { ...ids, criterionId: scheme.criteria[0]!.id, entry };
}
