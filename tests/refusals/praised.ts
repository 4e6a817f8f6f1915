import { NOON } from '../kit/app.ts';
import { CONFIRMED, type Ground, of } from './scene.ts';

const CLOSED = { status: 'CLOSED', closedAt: NOON } as const;
/** Its last day is over. */
export const OVER = { opensOn: new Date('2026-04-20'), closesOn: new Date('2026-04-27') };
export const VETO = { status: 'CONFIRMED', confirmedAt: NOON, reason: 'FRAUD', description: '示例' } as const;

/** Standings, shortlists, notices and objections in any state, made without the commands. */
export async function praised({ app, prisma, contest, here, watcher }: Ground) {
  const { id: awardTypeId } = await app.awardType({ nature: 'PRAISE', recipientKind: 'PROJECT' });

  /** A published standing of the year with the entry as the first of its competition. */
  async function ranked(status: Parameters<typeof contest>[0] = 'NOTICE', data: object = {}) {
    const it = await contest(status);
    const { competition, schemeId, entry, sheet } = it;
    const { id: sheetId } = await sheet(CONFIRMED);
    const standing = await prisma.standing.create({
      data: {
        ...{ competitionId: competition.id, schemeId, computedAt: NOON },
        ...{ status: 'PUBLISHED', publishedAt: NOON, ...data },
        rows: {
          create: {
            ...{ entryId: entry.id, regionId: here.county.id, ordinal: 1, rank: 1, total: 50 },
            parts: { create: { sheetId, weight: 1, ordinal: 1 } },
          },
        },
      },
      include: { rows: true },
    });
    return { ...it, standing };
  }

  /** A shortlist of it with the entry as the one who is selected. */
  async function listed(data: object = {}, of: Parameters<typeof ranked>[0] = 'NOTICE') {
    const it = await ranked(of);
    const { competition, standing, entry } = it;
    const shortlist = await prisma.shortlist.create({
      data: { competitionId: competition.id, standingId: standing.id, drawnAt: NOON, ...data },
    });
    const rule = await prisma.quotaRule.create({
      data: { shortlistId: shortlist.id, awardTypeId, ordinal: 1, places: 1, available: 1 },
    });
    const candidate = await prisma.shortlistCandidate.create({
      data: {
        ...{ shortlistId: shortlist.id, entryId: entry.id, standingRowId: standing.rows[0]!.id, ordinal: 1 },
        ...{ quotaRuleId: rule.id, isDrawn: true, isSelected: true },
        reasons: {
          create: { kind: 'RANKED_IN_QUOTA', isAgainst: false, ordinal: 1, have: 1, need: 1 },
        },
      },
    });
    return { ...it, shortlist, candidate, rule };
  }
  /** The same beside a second entry of the unit, which has no place. */
  async function rivals(data: object = {}) {
    const it = await listed(data);
    const { competition, shortlist, standing, rule } = it;
    const entry = await app.entry({
      ...{ competitionId: competition.id, regionId: here.county.id, status: 'ACTIVE' },
    });
    const row = await prisma.standingRow.create({
      data: {
        ...{ standingId: standing.id, entryId: entry.id, regionId: here.county.id, ordinal: 2, rank: 2 },
        ...{ total: 40, toNext: 10 },
      },
    });
    const other = await prisma.shortlistCandidate.create({
      data: {
        ...{ shortlistId: shortlist.id, entryId: entry.id, standingRowId: row.id, ordinal: 2 },
        ...{ quotaRuleId: rule.id, isDrawn: false, isSelected: false },
        reasons: { create: { kind: 'OUT_OF_QUOTA', isAgainst: true, ordinal: 1, have: 2, need: 1 } },
      },
    });
    return { ...it, other, otherEntry: entry };
  }

  const notice = async (data: object = {}, at: { shortlistId?: string; standingId?: string } = {}) => {
    const { competition, standing } = await ranked();
    return prisma.publicNotice.create({
      data: {
        ...{ competitionId: competition.id, title: '示例', text: '示例', scope: 'CITY', workingDays: 5 },
        ...{ opensOn: new Date('2026-05-01'), closesOn: new Date('2026-05-11') },
        ...{ standingId: standing.id, ...at, ...data },
      },
    });
  };
  /** A shortlist whose notice was closed. */
  async function ripe(more: object = {}) {
    const it = await listed({ status: 'NOTICED', noticedAt: NOON });
    const { competition, standing, shortlist } = it;
    const at = { shortlistId: shortlist.id, standingId: standing.id };
    const shown = await notice({ competitionId: competition.id, ...OVER, ...CLOSED, ...more }, at);
    return { ...it, notice: shown };
  }
  const objection = async (noticeId: string, data: object = {}) =>
    prisma.objection.create({
      data: {
        ...{ noticeId, raiserId: watcher.id, text: '示例', objectorName: '示例', receivedAt: NOON },
        ...data,
      },
    });
  return {
    ...{ ranked, listed, rivals, notice, ripe, objection, awardTypeId, CLOSED },
    /** As mutations name it. */
    list: ({ shortlist }: { shortlist: { id: string } }) => ({ id: of('Shortlist', shortlist), version: 1 }),
  };
}
