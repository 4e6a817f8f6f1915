import type { CompetitionStatus } from '../../src/generated/prisma/client.ts';
import { type App, NOON } from '../kit/app.ts';
import { praisedRows } from './praisedRows.ts';

interface Where {
  readonly regionId: string;
  /** The city above, which holds one of the competitions. */
  readonly cityId: string;
  readonly organizationId: string;
}

const EARLIER = new Date('2026-01-05T01:00:00Z');

/** What is scored in competitions that run, are frozen or are being drafted: sheets of every kind and state, vetoes and standings. */
export async function scoredRows(app: App, { regionId, cityId, organizationId }: Where): Promise<string> {
  const { prisma } = app.db;
  const someone = await prisma.user.create({ data: { subject: `scorer-${regionId}` } });
  const at = { createdAt: EARLIER, updatedAt: EARLIER };
  let last = '';

  const contest = async (status: CompetitionStatus, of: string) => {
    const { id: competitionId } = await app.competition({ status, regionId: of });
    const scheme = (revision: number, rest: object) =>
      prisma.scoringScheme.create({
        data: {
          ...{ name: '示例方案', revision, totalPoints: 100, aggregation: 'MEAN', competitionId, ...at },
          ...rest,
          criteria: {
            create: {
              ...{ code: 'A', dimension: 'SAFETY', name: '示例', itemType: 'BASE', maxPoints: 100 },
              ...{ method: 'MANUAL', ordinal: 1 },
            },
          },
        },
        include: { criteria: true },
      });
    await scheme(1, { status: 'DRAFT' });
    const used = await scheme(2, { status: 'LOCKED', openedAt: EARLIER, lockedAt: EARLIER });
    const entry = () => app.entry({ competitionId, regionId, applicantId: organizationId, status: 'ACTIVE' });
    const [{ id: entryId }, { id: otherId }] = [await entry(), await entry()];
    last = entryId;
    const sheet = (data: object) =>
      prisma.scoreSheet.create({
        data: {
          ...{ entryId, schemeId: used.id, total: 50, kind: 'SELF', ...at },
          ...data,
          items: { create: { points: 50, ordinal: 1, criterionId: used.criteria[0]!.id } },
        },
      });
    await sheet({});
    await sheet({ entryId: otherId, status: 'SUBMITTED', submittedAt: EARLIER });
    await sheet({ kind: 'ASSESSOR', assessorId: someone.id, status: 'SUBMITTED', submittedAt: EARLIER });
    const confirmed = { kind: 'CONFIRMED', confirmedAt: EARLIER };
    const published = await sheet({ ...confirmed, status: 'SUPERSEDED', publishedAt: NOON });
    const correction = { revision: 2, supersedesId: published.id, reason: '示例' };
    await sheet({ ...confirmed, status: 'CONFIRMED', ...correction });
    const other = await sheet({ ...confirmed, entryId: otherId, status: 'PUBLISHED', publishedAt: NOON });

    await prisma.assessorAssignment.create({
      data: { entryId, userId: someone.id, organizationId, ...at },
    });
    await prisma.recusal.create({ data: { entryId, userId: someone.id, reason: '示例', ...at } });
    for (const [status, confirmedAt] of [
      ['ALLEGED', null],
      ['CONFIRMED', NOON],
    ] as const) {
      await prisma.veto.create({
        data: {
          ...{ entryId, regionId, unitId: organizationId, raiserId: someone.id, status, confirmedAt, ...at },
          ...{ reason: 'FRAUD', occurredOn: new Date('2026-01-02'), description: '示例' },
        },
      });
    }
    for (const [n, publishedAt] of [NOON, null].entries()) {
      const standing = await prisma.standing.create({
        data: {
          ...{ competitionId, schemeId: used.id, computedAt: EARLIER, publishedAt, ...at },
          ...(n === 0 ? { status: 'PUBLISHED' } : { trackId: (await app.track({ competitionId })).id }),
        },
      });
      const { id: standingRowId } = await prisma.standingRow.create({
        data: {
          ...{ standingId: standing.id, entryId: otherId, regionId, ordinal: 1, rank: 1, total: 50 },
          parts: { create: { sheetId: other.id, weight: 1, ordinal: 1 } },
        },
      });
      if (publishedAt === null) continue;
      const of = { competitionId, standingId: standing.id, standingRowId, raiserId: someone.id };
      await praisedRows(app, { ...of, entryIds: [entryId, otherId] });
    }
  };
  await contest('SCORING', cityId);
  await contest('FROZEN', regionId);
  await contest('DRAFT', cityId);
  await prisma.recusal.create({ data: { organizationId, userId: someone.id, reason: '示例', ...at } });
  return last;
}

/** Lets the user score the entry, begin a sheet for it and keep out of another one. */
export async function assessed(
  app: App,
  { entryId, userId, organizationId }: { entryId: string; userId: string; organizationId: string },
): Promise<void> {
  const { prisma } = app.db;
  await prisma.assessorAssignment.create({ data: { entryId, userId, organizationId } });
  const { schemeId } = await prisma.scoreSheet.findFirstOrThrow({ where: { entryId } });
  const { id: criterionId } = await prisma.criterion.findFirstOrThrow({ where: { schemeId } });
  await prisma.scoreSheet.create({
    data: {
      ...{ entryId, schemeId, total: 40, kind: 'ASSESSOR', assessorId: userId },
      items: { create: { points: 40, ordinal: 1, criterionId } },
    },
  });
}
