import { actorOfUser } from '../../src/features/access/reads.ts';
import { confirmSheet } from '../../src/features/scoring/commands/confirmSheet.ts';
import { saveSheet } from '../../src/features/scoring/commands/saveSheet.ts';
import { submitSheet } from '../../src/features/scoring/commands/submitSheet.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { provinces } from '../access/provinces.ts';
import { type App, NOON } from './app.ts';
import { callOf } from './calls.ts';
import type { Person } from './people.ts';
import type { SignedIn } from './signIn.ts';

/** What gives all base points. */
export const FULL = { A: '60', B1: '1000', B2: '0' };

/** Two base criteria, the second one of two parts, a bonus of two levels and a deduction: 60 + (25 + 15). */
const CRITERIA = [
  { code: 'A', dimension: 'SAFETY', name: '示例安全', itemType: 'BASE', maxPoints: '60', method: 'MANUAL' },
  {
    ...{
      code: 'B',
      dimension: 'QUALITY',
      name: '示例质量',
      itemType: 'BASE',
      maxPoints: '40',
      method: 'MANUAL',
    },
    parts: [
      {
        ...{ code: 'B1', dimension: 'QUALITY', name: '示例产值', itemType: 'BASE', maxPoints: '25' },
        ...{ method: 'RATIO', target: '1000' },
      },
      {
        ...{ code: 'B2', dimension: 'QUALITY', name: '示例缺陷', itemType: 'BASE', maxPoints: '15' },
        ...{ method: 'DEDUCT_FROM_FULL', pointsOff: '2' },
      },
    ],
  },
  {
    ...{
      code: 'C',
      dimension: 'INNOVATION',
      name: '示例加分',
      itemType: 'BONUS',
      maxPoints: '8',
      method: 'MANUAL',
    },
    parts: ['C1', 'C2'].map((code) => ({
      ...{
        code,
        dimension: 'INNOVATION',
        name: `示例${code}`,
        itemType: 'BONUS',
        maxPoints: '8',
        method: 'MANUAL',
      },
    })),
  },
  {
    code: 'D',
    dimension: 'OTHER',
    name: '示例扣分',
    itemType: 'DEDUCTION',
    maxPoints: '10',
    method: 'MANUAL',
  },
];

export const DRAFT = {
  name: '示例评分方案',
  totalPoints: '100',
  bonusCap: '5',
  aggregation: 'TRIMMED_MEAN',
  tieRules: ['SAFETY', 'QUALITY'],
  criteria: CRITERIA,
};

/** A competition of a city that is being scored, its office, its units, its assessors and a scheme in force. */
export async function scoring(app: App, signIn: SignedIn) {
  const { prisma } = app.db;
  const where = await provinces(app, signIn);
  const { person, here } = where;
  const office = await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id });
  const department = await app.organization({ regionId: here.city.id, type: 'GOVERNMENT_DEPARTMENT' });
  const assessor = () => person({ role: 'ASSESSOR', organizationId: department.id });

  /** A competition with a scheme in force; by stages where some are asked for. */
  async function contest({ stages = 0, scheme = {} as object } = {}) {
    const competition = await app.competition({ status: 'SCORING', regionId: here.city.id });
    const all = [];
    for (let n = 0; n < stages; n++)
      all.push(await app.stage({ competitionId: competition.id, weight: '0.5' }));
    const created = (await office.does(
      'schemeCreate',
      { competition: globalId('Competition', competition.id), ...DRAFT, ...scheme },
      '... on SchemeCreatePayload { scheme { id version } } ... on Error { message }',
    )) as { scheme: { id: string; version: number } };
    await office.does('schemeOpen', { id: created.scheme.id, version: created.scheme.version });
    const { id: schemeId } = await prisma.scoringScheme.findFirstOrThrow({
      where: { competitionId: competition.id },
    });
    const criteria = await prisma.criterion.findMany({ where: { schemeId } });
    const codes = Object.fromEntries(criteria.map(({ code, id }) => [code, id]));
    return { competition, stages: all, schemeId, codes };
  }

  /** An entry of a unit of its own in the county, with an officer. */
  async function entrant({ competition }: { competition: { id: string } }) {
    const unit = await app.organization({ regionId: here.county.id });
    const officer = await person({ role: 'UNIT_OFFICER', organizationId: unit.id });
    const entry = await app.entry({
      ...{ competitionId: competition.id, status: 'ACTIVE', applicantId: unit.id, regionId: here.county.id },
    });
    return { unit, officer, entry };
  }

  async function callAs(who: Person) {
    return callOf(app, await actorOfUser(callOf(app), who.subject));
  }

  /** Somebody scores an entry and hands it in. */
  async function scores(
    who: Person,
    kind: 'SELF' | 'ASSESSOR',
    { codes }: { codes: Record<string, string> },
    entryId: string,
    points: Readonly<Record<string, string>>,
    stageId?: string,
  ) {
    const items = Object.entries(points).map(([code, value]) => ({
      criterionId: codes[code]!,
      [code.startsWith('B') ? 'measure' : 'points']: new Prisma.Decimal(value),
    }));
    const call = await callAs(who);
    const { id, version } = await saveSheet(call, { entryId, kind, items, stageId: stageId ?? null });
    return submitSheet(call, { id, version });
  }

  /** An assessor of another department who scores the entry from now on. */
  async function assigned(entryId: string) {
    const who = await assessor();
    await prisma.assessorAssignment.create({
      data: { entryId, userId: who.id, organizationId: department.id, createdAt: NOON },
    });
    return who;
  }

  /** An entry that an assessor scored, and that is confirmed. */
  async function confirmed(of: Awaited<ReturnType<typeof contest>>, safety = '60') {
    const { entry, officer, unit } = await entrant(of);
    const who = await assigned(entry.id);
    await scores(who, 'ASSESSOR', of, entry.id, { ...FULL, A: safety });
    const sheet = await confirmSheet(await callAs(office), { entryId: entry.id });
    return { entry, officer, unit, who, sheet };
  }

  return { confirmed, ...where, office, department, assessor, contest, entrant, callAs, scores, assigned };
}

export type Scoring = Awaited<ReturnType<typeof scoring>>;
