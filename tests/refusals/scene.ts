import type { CompetitionStatus, Prisma } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import type { ModelName } from '../../src/platform/models.ts';
import { type App, NOON } from '../kit/app.ts';
import { DRAFT, scoring } from '../kit/scoring.ts';
import type { SignedIn } from '../kit/signIn.ts';

/** What has no record. */
export const NOWHERE = '01900000-0000-7000-8000-000000000000';
export const of = (model: ModelName, row: { id: string } | string) =>
  globalId(model, typeof row === 'string' ? row : row.id);
export const nothing = (model: ModelName) => globalId(model, NOWHERE);

/** A draft of a scheme as a client sends it. */
export const SCHEME = DRAFT;

type Sheet = Partial<Prisma.ScoreSheetUncheckedCreateInput>;
const STATUS = {
  SUBMITTED: { status: 'SUBMITTED', submittedAt: NOON },
  CONFIRMED: { kind: 'CONFIRMED', status: 'CONFIRMED', confirmedAt: NOON },
} as const;
export const { SUBMITTED, CONFIRMED } = STATUS;

/** Whoever scores and ranks in a city, and competitions there in any state, made without the commands. */
export async function ground(app: App, signIn: SignedIn) {
  const { prisma } = app.db;
  const all = await scoring(app, signIn);
  const { here, person, everyone, office, department } = all;
  const unit = await app.organization({ regionId: here.county.id });
  const officer = await person({ role: 'UNIT_OFFICER', organizationId: unit.id });
  /** Acts for the office, and for the unit that competes. */
  const both = await person(
    { role: 'COMMITTEE_OFFICE', regionId: here.city.id },
    { role: 'UNIT_OFFICER', organizationId: unit.id },
  );

  const scheme = (data: Partial<Prisma.ScoringSchemeUncheckedCreateInput>) =>
    prisma.scoringScheme.create({
      data: { name: '示例', totalPoints: 100, aggregation: 'MEAN', tieRules: [], ...data },
    });
  /** A competition in this state with a scheme in force, of one criterion and one deduction, and an entry of the unit. */
  async function contest(status: CompetitionStatus = 'SCORING', data: object = {}) {
    const competition = await app.competition({ status, regionId: here.city.id, ...data });
    const { id: competitionId } = competition;
    const { id: schemeId } = await scheme({ competitionId, status: 'ACTIVE', openedAt: NOON });
    const criterion = (code: string, more: Partial<Prisma.CriterionUncheckedCreateInput>) =>
      prisma.criterion.create({
        data: {
          ...{ schemeId, code, name: '示例', dimension: 'OTHER', itemType: 'BASE', maxPoints: 100 },
          ...{ method: 'MANUAL', ordinal: 1, ...more },
        },
      });
    const a = await criterion('A', {});
    const d = await criterion('D', { itemType: 'DEDUCTION', maxPoints: 10, ordinal: 2 });
    const of = { competitionId, regionId: here.county.id, applicantId: unit.id };
    const entry = await app.entry({ ...of, status: 'ACTIVE' });
    const sheet = (more: Sheet = {}) =>
      prisma.scoreSheet.create({
        data: {
          ...{ entryId: entry.id, schemeId, kind: 'SELF', total: 50, ...more },
          items: { create: { criterionId: a.id, points: 50, ordinal: 1 } },
        },
      });
    return { competition, schemeId, criteria: { a, d }, entry, sheet };
  }
  const assigned = (entryId: string, who: { id: string }, organization = department) =>
    prisma.assessorAssignment.create({
      data: { entryId, userId: who.id, organizationId: organization.id, createdAt: NOON },
    });
  const recused = (entryId: string, who: { id: string }) =>
    prisma.recusal.create({ data: { entryId, userId: who.id, reason: '示例' } });

  return {
    ...{ app, prisma, ...all, ...everyone, unit, officer, both, office },
    ...{ scheme, contest, assigned, recused },
    /** Sees what the office works on, and does nothing of it. */
    watcher: everyone.supervisor,
    /** Looks after another city. */
    stranger: await person({ role: 'COMMITTEE_OFFICE', regionId: all.there.city.id }),
  };
}

export type Ground = Awaited<ReturnType<typeof ground>>;
