import type { Prisma } from '../../../src/generated/prisma/client.ts';
import { type App, NOON } from '../../kit/app.ts';
import type { Write, Writes } from '../../kit/refusals.ts';
import { BEFORE, EARLIER, scored } from './scored.ts';

type Data = Partial<Prisma.StandingUncheckedCreateInput>;
type Veto = Partial<Prisma.VetoUncheckedCreateInput>;
const PUBLISHED = { status: 'PUBLISHED', publishedAt: NOON } as const;
const CONFIRMED = { status: 'CONFIRMED', confirmedAt: BEFORE } as const;
const LIFTED = { status: 'LIFTED', liftedAt: NOON } as const;

export async function standingWrites(app: App): Promise<Writes> {
  const { prisma } = app.db;
  const { competitionId, schemeId, regionId, userId, organizationId, entry } = await scored(app);
  const { id: stageId } = await app.stage({ competitionId });
  /** A draft of a track of its own, where none is named. */
  const standing = async (data: Data = {}) =>
    prisma.standing.create({
      data: {
        ...{ competitionId, schemeId, computedAt: BEFORE },
        trackId: data.trackId === undefined ? (await app.track({ competitionId })).id : data.trackId,
        ...data,
      },
    });
  /** Two for the same, of which the second one is another version where none is given. */
  const twice = (first: Data, second: Data) => async () => {
    const { id: supersedesId, trackId } = await standing(first);
    return standing({ revision: 2, supersedesId, ...second, trackId });
  };
  const itself = (data: (id: string) => Data) => async () => {
    const { id } = await standing();
    return prisma.standing.update({ where: { id }, data: data(id) });
  };
  const row = async (data: Partial<Prisma.StandingRowUncheckedCreateInput> = {}) =>
    prisma.standingRow.create({
      data: {
        ...{ regionId, ordinal: 1, rank: 1, total: 50 },
        ...{ entryId: data.entryId ?? (await entry()), standingId: data.standingId ?? (await standing()).id },
        ...data,
      },
    });
  const ofRank = (data: object): [string, Write] => ['standing_row_rank_check', () => row(data)];
  const part = async (data: Partial<Prisma.StandingPartUncheckedCreateInput> = {}) => {
    const of = { kind: 'CONFIRMED', status: 'CONFIRMED', confirmedAt: BEFORE, total: 50 } as const;
    const { id: sheetId } = await prisma.scoreSheet.create({
      data: { ...of, schemeId, entryId: await entry() },
    });
    return prisma.standingPart.create({
      data: { sheetId, weight: 1, ordinal: 1, rowId: data.rowId ?? (await row()).id, ...data },
    });
  };
  const veto = (data: Veto = {}) =>
    prisma.veto.create({
      data: {
        ...{ regionId, organizationId, raiserId: userId, reason: 'FRAUD', description: '示例' },
        ...{ occurredOn: new Date('2026-04-01'), ...data },
      },
    });
  const ofStatus = (data: Veto): [string, Write] => ['veto_status_check', () => veto(data)];

  return {
    refused: {
      'two drafts for the same': ['standing_draft_key', twice({}, {})],
      'two published for the same': ['standing_published_key', twice(PUBLISHED, PUBLISHED)],
      'two published over all': [
        'standing_published_key',
        twice({ ...PUBLISHED, trackId: null, stageId }, { ...PUBLISHED, stageId }),
      ],
      'one version of a standing twice': [
        'standing_revision_key',
        twice(PUBLISHED, { revision: 1, supersedesId: null }),
      ],
      'a standing before the first version': ['standing_revision_check', () => standing({ revision: 0 })],
      'a second standing after none': ['standing_revision_check', () => standing({ revision: 2 })],
      'a first standing after one': ['standing_revision_check', twice(PUBLISHED, { revision: 1 })],
      'a standing that replaces itself': [
        'standing_self_check',
        itself((id) => ({ supersedesId: id, revision: 2 })),
      ],
      'a standing before itself': ['standing_self_check', itself((id) => ({ previousId: id }))],
      'a draft that is published': ['standing_status_check', () => standing({ publishedAt: NOON })],
      'a standing published never': ['standing_status_check', () => standing({ status: 'PUBLISHED' })],
      'a standing superseded that never was published': [
        'standing_status_check',
        () => standing({ status: 'SUPERSEDED' }),
      ],
      'a standing published before it was computed': [
        'standing_order_check',
        () => standing({ ...PUBLISHED, publishedAt: EARLIER }),
      ],
      'a row before the first': [
        'standing_row_ordinal_check',
        () => row({ ordinal: 0, rank: null, unrankedReason: 'VETOED' }),
      ],
      'a rank, and a reason for none': ofRank({ unrankedReason: 'VETOED' }),
      'neither a rank nor a reason for none': ofRank({ rank: null }),
      'a rank before the first': ofRank({ rank: 0, toNext: 1 }),
      'a rank behind its place': ofRank({ rank: 2, toNext: 1 }),
      'a rank without a total': ofRank({ total: null }),
      'a second rank without a distance': ofRank({ ordinal: 2, rank: 2 }),
      'a first rank with a distance': ofRank({ toNext: 0 }),
      'less than no total of a row': ['standing_row_total_check', () => row({ total: -0.01 })],
      'less than no distance': [
        'standing_row_total_check',
        () => row({ ordinal: 2, rank: 2, toNext: -0.01 }),
      ],
      'an entry twice in a standing': [
        'standing_row_standing_id_entry_id_key',
        async () => {
          const { standingId, entryId } = await row();
          return row({ standingId, entryId, ordinal: 2 });
        },
      ],
      'two entries in one place': [
        'standing_row_standing_id_ordinal_key',
        async () => row({ standingId: (await row()).standingId }),
      ],
      'a part of no weight': ['standing_part_weight_check', () => part({ weight: 0 })],
      'a part of more than all': ['standing_part_weight_check', () => part({ weight: 1.0001 })],
      'two parts in one place': [
        'standing_part_row_id_ordinal_key',
        async () => part({ rowId: (await part()).rowId }),
      ],
      'a veto of nothing': ['veto_description_check', () => veto({ description: '' })],
      'a veto on nobody': ['veto_subject_check', () => veto({ organizationId: null })],
      'a veto on two at once': ['veto_subject_check', async () => veto({ entryId: await entry() })],
      'a veto that is over before it happened': [
        'veto_blocks_check',
        () => veto({ blocksUntil: new Date('2026-03-31') }),
      ],
      'an allegation that is confirmed': ofStatus({ confirmedAt: NOON }),
      'a veto confirmed never': ofStatus({ status: 'CONFIRMED' }),
      'a veto lifted never': ofStatus({ status: 'LIFTED' }),
      'a confirmed veto that is lifted': ofStatus({ ...CONFIRMED, liftedAt: NOON }),
      'a veto lifted before it was confirmed': [
        'veto_order_check',
        () => veto({ ...LIFTED, confirmedAt: BEFORE, liftedAt: EARLIER }),
      ],
    },

    allowed: {
      'a draft beside what is published for the same': twice(PUBLISHED, {}),
      'what was published before, beside what is published': twice(
        { ...PUBLISHED, status: 'SUPERSEDED' },
        PUBLISHED,
      ),
      'a rank that several share': async () => {
        const { standingId } = await row();
        return row({ standingId, ordinal: 2 });
      },
      'an entry without a rank': () => row({ rank: null, total: null, unrankedReason: 'MISSING_SCORE' }),
      'a veto that blocks for a day': () => veto({ blocksUntil: new Date('2026-04-01') }),
      'a veto given up, and one lifted at once': async () => {
        await veto(LIFTED);
        return veto({ ...LIFTED, confirmedAt: NOON });
      },
    },
  };
}
