import type { Prisma } from '../../../src/generated/prisma/client.ts';
import { type App, NOON } from '../../kit/app.ts';
import type { Write, Writes } from '../../kit/refusals.ts';
import { BEFORE, EARLIER, scored } from './scored.ts';

type Data = Partial<Prisma.ScoreSheetUncheckedCreateInput>;
const CONFIRMED = { kind: 'CONFIRMED', status: 'CONFIRMED', confirmedAt: BEFORE } as const;
const PUBLISHED = { ...CONFIRMED, status: 'PUBLISHED', publishedAt: NOON } as const;
const SUPERSEDED = { ...CONFIRMED, status: 'SUPERSEDED' } as const;

export async function sheetWrites(app: App): Promise<Writes> {
  const { prisma } = app.db;
  const { competitionId, schemeId, userId, organizationId, criterionId, entry } = await scored(app);
  const { id: stageId } = await app.stage({ competitionId });
  /** What the unit of an entry of its own gives itself. */
  const sheet = async (data: Data = {}) =>
    prisma.scoreSheet.create({
      data: { kind: 'SELF', total: 50, schemeId, entryId: data.entryId ?? (await entry()), ...data },
    });
  const twice =
    (data: Data, other: Data = data) =>
    async () => {
      const entryId = await entry();
      await sheet({ entryId, ...data });
      return sheet({ entryId, ...other });
    };
  /** A correction of scores of its own. */
  const correction = async (data: Data = {}) => {
    const { id: supersedesId, entryId } = await sheet(SUPERSEDED);
    return sheet({ ...CONFIRMED, entryId, supersedesId, revision: 2, reason: '示例', ...data });
  };
  const assessor = { kind: 'ASSESSOR', assessorId: userId } as const;
  const item = async (data: Partial<Prisma.ScoreItemUncheckedCreateInput> = {}) =>
    prisma.scoreItem.create({
      data: { points: 1, ordinal: 1, criterionId, sheetId: data.sheetId ?? (await sheet()).id, ...data },
    });
  const assignment = async (data: Partial<Prisma.AssessorAssignmentUncheckedCreateInput> = {}) =>
    prisma.assessorAssignment.create({
      data: { userId, organizationId, createdAt: BEFORE, entryId: data.entryId ?? (await entry()), ...data },
    });
  const recusal = (data: Partial<Prisma.RecusalUncheckedCreateInput>) =>
    prisma.recusal.create({ data: { userId, reason: '示例', ...data } });
  const ofStatus = (data: Data): [string, Write] => ['score_sheet_status_check', () => sheet(data)];

  return {
    refused: {
      'two sheets of a unit for one entry': ['score_sheet_self_key', twice({})],
      'two sheets of a unit for one stage': ['score_sheet_self_key', twice({ stageId })],
      'two sheets of one assessor': ['score_sheet_assessor_key', twice(assessor)],
      'two sheets that are confirmed': ['score_sheet_confirmed_key', twice(CONFIRMED, PUBLISHED)],
      'less than no total': ['score_sheet_total_check', () => sheet({ total: -0.01 })],
      'scores before the first version': ['score_sheet_revision_check', () => sheet({ revision: 0 })],
      'a second version of nothing': ['score_sheet_revision_check', () => sheet({ revision: 2 })],
      'a first version that corrects': ['score_sheet_revision_check', () => correction({ revision: 1 })],
      'scores that correct themselves': [
        'score_sheet_correction_check',
        async () => {
          const { id } = await correction();
          return prisma.scoreSheet.update({ where: { id }, data: { supersedesId: id } });
        },
      ],
      'a correction for an empty reason': ['score_sheet_correction_check', () => correction({ reason: '' })],
      'a correction for no reason': ['score_sheet_correction_check', () => correction({ reason: null })],
      'scores of no assessor': ['score_sheet_assessor_check', () => sheet({ kind: 'ASSESSOR' })],
      'what a unit gives by an assessor': ['score_sheet_assessor_check', () => sheet({ assessorId: userId })],
      'a draft that is handed in': ofStatus({ submittedAt: NOON }),
      'scores handed in never': ofStatus({ status: 'SUBMITTED' }),
      'scores of a unit that are confirmed': ofStatus({ status: 'CONFIRMED' }),
      'scores of a unit with the instant of it': ofStatus({ confirmedAt: NOON }),
      'confirmed scores that are a draft': ofStatus({ ...CONFIRMED, status: 'DRAFT' }),
      'confirmed scores that were handed in': ofStatus({ ...CONFIRMED, submittedAt: NOON }),
      'scores confirmed never': ofStatus({ ...CONFIRMED, confirmedAt: null }),
      'scores published never': ofStatus({ ...PUBLISHED, publishedAt: null }),
      'confirmed scores that are published': ofStatus({ ...CONFIRMED, publishedAt: NOON }),
      'scores published before they were confirmed': [
        'score_sheet_order_check',
        () => sheet({ ...PUBLISHED, publishedAt: EARLIER }),
      ],
      'two corrections of the same': [
        'score_sheet_supersedes_key',
        async () => correction({ supersedesId: (await correction()).supersedesId }),
      ],
      'less than nothing measured': ['score_item_measure_check', () => item({ measure: -0.0001 })],
      'an item before the first': ['score_item_ordinal_check', () => item({ ordinal: 0 })],
      'two items for one criterion': [
        'score_item_sheet_id_criterion_id_key',
        async () => item({ sheetId: (await item()).sheetId }),
      ],
      'an assessor who ended before they began': [
        'assessor_assignment_end_check',
        () => assignment({ endedAt: EARLIER }),
      ],
      'an assessor twice': [
        'assessor_assignment_key',
        async () => assignment({ entryId: (await assignment()).entryId }),
      ],
      'an assessor who keeps out for no reason': [
        'recusal_reason_check',
        () => recusal({ organizationId, reason: '' }),
      ],
      'an assessor who keeps out of nothing': ['recusal_subject_check', () => recusal({})],
      'an assessor who keeps out of two at once': [
        'recusal_subject_check',
        async () => recusal({ organizationId, entryId: await entry() }),
      ],
      'an assessor who keeps out of an entry twice': [
        'recusal_user_id_entry_id_key',
        async () => {
          const entryId = await entry();
          await recusal({ entryId });
          return recusal({ entryId });
        },
      ],
      'an assessor who keeps out of an organization twice': [
        'recusal_user_id_organization_id_key',
        async () => {
          const { id } = await app.organization();
          await recusal({ organizationId: id });
          return recusal({ organizationId: id });
        },
      ],
    },

    allowed: {
      'scores of a unit, an assessor and the office, for the year and for a stage': async () => {
        const entryId = await entry();
        for (const of of [{}, { stageId }]) {
          for (const kind of [{}, assessor, CONFIRMED]) await sheet({ entryId, ...kind, ...of });
        }
      },
      'a correction of what was published at once': async () => {
        const { id, entryId } = await sheet({ ...SUPERSEDED, publishedAt: BEFORE });
        return correction({ entryId, supersedesId: id });
      },
      'nothing measured': () => item({ measure: 0 }),
      'an assessor once more, after an end at once': async () => {
        const { entryId } = await assignment({ endedAt: BEFORE });
        return assignment({ entryId });
      },
    },
  };
}
