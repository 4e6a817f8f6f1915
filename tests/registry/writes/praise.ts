import type { Prisma } from '../../../src/generated/prisma/client.ts';
import { type App, NOON } from '../../kit/app.ts';
import type { Write, Writes } from '../../kit/refusals.ts';
import { BEFORE, EARLIER, scored } from './scored.ts';

const NOTICED = { status: 'NOTICED', noticedAt: NOON } as const;
type List = Partial<Prisma.ShortlistUncheckedCreateInput>;
type Reason = Partial<Prisma.SelectionReasonUncheckedCreateInput>;

/** A standing, and shortlists that are drawn from it, each of a track of its own. */
export async function listed(app: App) {
  const { prisma } = app.db;
  const of = await scored(app);
  const { competitionId, schemeId } = of;
  const { id: standingId } = await prisma.standing.create({
    data: { competitionId, schemeId, computedAt: EARLIER, status: 'PUBLISHED', publishedAt: BEFORE },
  });
  const shortlist = async (data: List = {}) =>
    prisma.shortlist.create({
      data: {
        ...{ competitionId, standingId, drawnAt: BEFORE },
        trackId: data.trackId === undefined ? (await app.track({ competitionId })).id : data.trackId,
        ...data,
      },
    });
  return { ...of, standingId, shortlist };
}

export async function praiseWrites(app: App): Promise<Writes> {
  const { prisma } = app.db;
  const { standingId, regionId, entry, shortlist } = await listed(app);
  const { id: awardTypeId } = await app.awardType({ nature: 'PRAISE', recipientKind: 'PROJECT' });
  const decided = async () => ({
    ...{ ...NOTICED, status: 'DECIDED' as const, decidedAt: NOON },
    decisionId: (await app.decision({ regionId, kind: 'PRAISE', nature: 'PRAISE' })).id,
  });
  const rule = async (data: Partial<Prisma.QuotaRuleUncheckedCreateInput> = {}) =>
    prisma.quotaRule.create({
      data: {
        ...{ awardTypeId, ordinal: 1, places: 2, available: 1 },
        shortlistId: data.shortlistId ?? (await shortlist()).id,
        ...data,
      },
    });
  const ruled = (constraint: string, data: Parameters<typeof rule>[0]): [string, Write] => [
    `quota_rule_${constraint}_check`,
    () => rule(data),
  ];
  const candidate = async (data: Partial<Prisma.ShortlistCandidateUncheckedCreateInput> = {}) => {
    const entryId = data.entryId ?? (await entry());
    const ordinal = 1 + (await prisma.standingRow.count({ where: { standingId } }));
    const of = { standingId, entryId };
    const row =
      (await prisma.standingRow.findFirst({ where: of })) ??
      (await prisma.standingRow.create({ data: { ...of, regionId, ordinal, rank: 1, total: 50 } }));
    const shortlistId = data.shortlistId ?? (await shortlist()).id;
    return prisma.shortlistCandidate.create({
      data: {
        ...{ standingRowId: row.id, ordinal: 1, isDrawn: false, isSelected: false },
        ...{ ...data, shortlistId, entryId },
      },
    });
  };
  const reason = async (data: Reason = {}) =>
    prisma.selectionReason.create({
      data: {
        ...{ kind: 'VETOED', isAgainst: true, ordinal: 1 },
        candidateId: data.candidateId ?? (await candidate()).id,
        ...data,
      },
    });
  const said = (constraint: string, data: Reason): [string, Write] => [
    `selection_reason_${constraint}_check`,
    () => reason(data),
  ];
  const ofStatus = (data: List): [string, Write] => ['shortlist_status_check', () => shortlist(data)];

  return {
    refused: {
      'two shortlists of one track': [
        'shortlist_key',
        async () => shortlist({ trackId: (await shortlist()).trackId }),
      ],
      'two shortlists over all': [
        'shortlist_key',
        async () => {
          await shortlist({ trackId: null });
          return shortlist({ trackId: null });
        },
      ],
      'a shortlist decided never': [
        'shortlist_status_check',
        async () => shortlist({ ...(await decided()), decidedAt: null, decisionId: null }),
      ],
      'a shortlist under notice that is decided': [
        'shortlist_status_check',
        async () => shortlist({ ...(await decided()), status: 'NOTICED' }),
      ],
      'a draft that is under notice': ofStatus({ noticedAt: NOON }),
      'a settled list that is under notice': ofStatus({ status: 'SUBMITTED', noticedAt: NOON }),
      'a shortlist under notice since never': ofStatus({ status: 'NOTICED' }),
      'a shortlist decided without a decision': [
        'shortlist_decision_check',
        async () => shortlist({ ...(await decided()), decisionId: null }),
      ],
      'a shortlist under notice with a decision': [
        'shortlist_decision_check',
        async () => shortlist({ ...NOTICED, decisionId: (await decided()).decisionId }),
      ],
      'a shortlist under notice before it was drawn': [
        'shortlist_order_check',
        () => shortlist({ ...NOTICED, noticedAt: EARLIER }),
      ],
      'a shortlist decided before it was under notice': [
        'shortlist_order_check',
        async () => shortlist({ ...(await decided()), decidedAt: BEFORE }),
      ],
      'a rule before the first': ruled('ordinal', { ordinal: 0 }),
      'a rule for nobody': ruled('places', { places: 0, available: 0 }),
      'less than no places left': ruled('places', { available: -1 }),
      'more places left than there are': ruled('places', { available: 3 }),
      'a least total below nothing': ruled('limits', { minTotal: -0.01 }),
      'a share of nothing': ruled('limits', { maxShare: 0 }),
      'a share of more than all': ruled('limits', { maxShare: 1.0001 }),
      'two rules in one place': [
        'quota_rule_shortlist_id_ordinal_key',
        async () => rule({ shortlistId: (await rule()).shortlistId }),
      ],
      'a candidate before the first': ['shortlist_candidate_ordinal_check', () => candidate({ ordinal: 0 })],
      'a candidate drawn by no rule': ['shortlist_candidate_rule_check', () => candidate({ isDrawn: true })],
      'a candidate selected by no rule': [
        'shortlist_candidate_rule_check',
        () => candidate({ isSelected: true }),
      ],
      'a candidate twice': [
        'shortlist_candidate_shortlist_id_entry_id_key',
        async () => {
          const { shortlistId, entryId } = await candidate();
          return candidate({ shortlistId, entryId, ordinal: 2 });
        },
      ],
      'two candidates in one place': [
        'shortlist_candidate_shortlist_id_ordinal_key',
        async () => candidate({ shortlistId: (await candidate()).shortlistId }),
      ],
      'a reason before the first': said('ordinal', { ordinal: 0 }),
      'what there is without what it takes': said('figures', { have: 1 }),
      'what it takes without what there is': said('figures', { need: 1 }),
      'a veto in favor': said('side', { isAgainst: false }),
      'a rank against': said('side', { kind: 'RANKED_IN_QUOTA' }),
      'an empty word of the office': said('opinion', { kind: 'EXCLUDED', opinion: '' }),
      'no word of the office': said('opinion', { kind: 'EXCLUDED' }),
      'a word of the office on a rule': said('opinion', { opinion: '示例' }),
      'two reasons in one place': [
        'selection_reason_candidate_id_ordinal_key',
        async () => reason({ candidateId: (await reason()).candidateId }),
      ],
    },

    allowed: {
      'a shortlist beside one that was given up': async () => {
        const { trackId } = await shortlist({ status: 'WITHDRAWN', noticedAt: NOON });
        return shortlist({ trackId });
      },
      'a shortlist drawn, shown and decided at once': async () =>
        shortlist({ ...(await decided()), drawnAt: NOON }),
      'a rule with no place left': () => rule({ places: 1, available: 0 }),
      'a rule for all, from nothing on': () => rule({ maxShare: 1, minTotal: 0 }),
      'a candidate who is selected by a rule': async () => {
        const { id: quotaRuleId, shortlistId } = await rule();
        return candidate({ shortlistId, quotaRuleId, isDrawn: true, isSelected: true });
      },
      'who was taken in': () => reason({ kind: 'INCLUDED', isAgainst: false, opinion: '示例' }),
    },
  };
}
