import { type App, NOON } from '../kit/app.ts';

interface Of {
  readonly competitionId: string;
  readonly standingId: string;
  readonly standingRowId: string;
  readonly entryIds: readonly [string, string];
  /** Who objects. */
  readonly raiserId: string;
}

const EARLIER = new Date('2026-01-05T01:00:00Z');

/** Who is praised in a competition: a list under notice, with one who is on it and one who is not, an objection, and a draft. */
export async function praisedRows(app: App, of: Of): Promise<void> {
  const { prisma } = app.db;
  const { competitionId, standingId, standingRowId, entryIds, raiserId } = of;
  const at = { createdAt: EARLIER, updatedAt: EARLIER };
  const { id: awardTypeId } = await app.awardType({ nature: 'PRAISE', recipientKind: 'PROJECT' });
  for (const isNoticed of [true, false]) {
    const { id: trackId } = await app.track({ competitionId });
    const { id: shortlistId } = await prisma.shortlist.create({
      data: {
        ...{ competitionId, trackId, standingId, drawnAt: EARLIER, ...at },
        ...(isNoticed && { status: 'NOTICED', noticedAt: NOON }),
      },
    });
    const { id: quotaRuleId } = await prisma.quotaRule.create({
      data: { shortlistId, awardTypeId, trackId, ordinal: 1, places: 1, available: 1, createdAt: EARLIER },
    });
    const [selected, other] = await Promise.all(
      entryIds.map((entryId, n) =>
        prisma.shortlistCandidate.create({
          data: {
            ...{ shortlistId, standingRowId, entryId, quotaRuleId, ordinal: n + 1, createdAt: EARLIER },
            ...{ isDrawn: n === 0, isSelected: n === 0 },
            reasons: {
              create: [
                n === 0
                  ? { kind: 'RANKED_IN_QUOTA', isAgainst: false, ordinal: 1, have: 1, need: 1 }
                  : { kind: 'OUT_OF_QUOTA', isAgainst: true, ordinal: 1, have: 2, need: 1 },
                { kind: 'INCLUDED', isAgainst: false, ordinal: 2, opinion: '示例' },
              ],
            },
          },
        }),
      ),
    );
    if (!isNoticed) continue;
    const { id: noticeId } = await prisma.publicNotice.create({
      data: {
        ...{ title: '示例公示', text: '示例', scope: 'CITY', workingDays: 5, competitionId, standingId },
        ...{ opensOn: new Date('2026-05-01'), closesOn: new Date('2026-05-11'), shortlistId, ...at },
      },
    });
    for (const candidateId of [null, selected!.id, other!.id]) {
      await prisma.objection.create({
        data: {
          ...{ noticeId, candidateId, raiserId, text: '示例', objectorName: '示例异议人' },
          ...{ receivedAt: EARLIER, ...at },
        },
      });
    }
  }
}
