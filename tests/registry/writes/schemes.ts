import type { Prisma } from '../../../src/generated/prisma/client.ts';
import { type App, NOON } from '../../kit/app.ts';
import type { Writes } from '../../kit/refusals.ts';
import { BEFORE, EARLIER } from './scored.ts';

const TARGET = { params: { target: '1' } } as const;
const IN_FORCE = { status: 'ACTIVE', openedAt: BEFORE } as const;
const LOCKED = { ...IN_FORCE, status: 'LOCKED', lockedAt: NOON } as const;
const RETIRED = { ...IN_FORCE, status: 'RETIRED', retiredAt: NOON } as const;

export async function schemeWrites(app: App): Promise<Writes> {
  const { prisma } = app.db;
  /** A template, where no competition is named. */
  const scheme = (data: Partial<Prisma.ScoringSchemeUncheckedCreateInput> = {}) =>
    prisma.scoringScheme.create({
      data: { name: '示例', totalPoints: 100, aggregation: 'MEAN', ...data },
    });
  const contest = async () => ({ competitionId: (await app.competition({ status: 'SCORING' })).id });
  const { id: schemeId } = await scheme();
  let counter = 0;
  const criterion = (data: Partial<Prisma.CriterionUncheckedCreateInput> = {}) => {
    const ordinal = ++counter;
    return prisma.criterion.create({
      data: {
        ...{ schemeId, ordinal, code: `A${ordinal}`, name: '示例', dimension: 'OTHER' },
        ...{ itemType: 'BASE', maxPoints: 10, method: 'MANUAL', ...data },
      },
    });
  };

  return {
    refused: {
      'a scheme without a name': ['scoring_scheme_name_check', () => scheme({ name: '' })],
      'a scheme of no points': ['scoring_scheme_points_check', () => scheme({ totalPoints: 0 })],
      'a cap of nothing': ['scoring_scheme_points_check', () => scheme({ bonusCap: 0 })],
      'a scheme before the first version': ['scoring_scheme_revision_check', () => scheme({ revision: 0 })],
      'a code of a scheme that is no template': [
        'scoring_scheme_code_check',
        async () => scheme({ ...(await contest()), code: 'EXAMPLE' }),
      ],
      'a scheme that is based on itself': [
        'scoring_scheme_basis_check',
        async () => {
          const { id } = await scheme();
          return prisma.scoringScheme.update({ where: { id }, data: { basedOnId: id } });
        },
      ],
      'a draft that is in force': ['scoring_scheme_status_check', () => scheme({ openedAt: NOON })],
      'a scheme in force since never': ['scoring_scheme_status_check', () => scheme({ status: 'ACTIVE' })],
      'a scheme in force that is locked': [
        'scoring_scheme_status_check',
        () => scheme({ ...IN_FORCE, lockedAt: NOON }),
      ],
      'a scheme locked never': ['scoring_scheme_status_check', () => scheme({ ...LOCKED, lockedAt: null })],
      'a scheme retired never': [
        'scoring_scheme_status_check',
        () => scheme({ ...RETIRED, retiredAt: null }),
      ],
      'a scheme in force that is retired': [
        'scoring_scheme_status_check',
        () => scheme({ ...IN_FORCE, retiredAt: NOON }),
      ],
      'a scheme locked before it was in force': [
        'scoring_scheme_order_check',
        () => scheme({ ...LOCKED, lockedAt: EARLIER }),
      ],
      'a scheme retired before it was in force': [
        'scoring_scheme_order_check',
        () => scheme({ ...RETIRED, retiredAt: EARLIER }),
      ],
      'a scheme retired before it was locked': [
        'scoring_scheme_order_check',
        () => scheme({ ...RETIRED, lockedAt: NOON, retiredAt: BEFORE }),
      ],
      'two schemes in force for one competition': [
        'scoring_scheme_in_force_key',
        async () => {
          const of = await contest();
          await scheme({ ...of, ...IN_FORCE });
          return scheme({ ...of, ...LOCKED, revision: 2 });
        },
      ],
      'one version of a scheme twice': [
        'scoring_scheme_competition_id_revision_key',
        async () => {
          const of = await contest();
          await scheme(of);
          return scheme(of);
        },
      ],
      'one code of two templates': [
        'scoring_scheme_code_key',
        async () => {
          await scheme({ code: 'TWICE' });
          return scheme({ code: 'TWICE' });
        },
      ],
      'a criterion without a code': ['criterion_text_check', () => criterion({ code: '' })],
      'a criterion without a name': ['criterion_text_check', () => criterion({ name: '' })],
      'a criterion of no points': ['criterion_points_check', () => criterion({ maxPoints: 0 })],
      'a criterion before the first': ['criterion_ordinal_check', () => criterion({ ordinal: 0 })],
      'a criterion that is a part of itself': [
        'criterion_parent_check',
        async () => {
          const { id } = await criterion();
          return prisma.criterion.update({ where: { id }, data: { parentId: id } });
        },
      ],
      'points by hand with a target': ['criterion_params_check', () => criterion(TARGET)],
      'points by a ratio to nothing': ['criterion_params_check', () => criterion({ method: 'RATIO' })],
      'a bonus by faults': [
        'criterion_method_check',
        () => criterion({ itemType: 'BONUS', method: 'DEDUCT_FROM_FULL', ...TARGET }),
      ],
      'a deduction by a ratio': [
        'criterion_method_check',
        () => criterion({ itemType: 'DEDUCTION', method: 'RATIO', ...TARGET }),
      ],
      'a deduction by a table': [
        'criterion_method_check',
        () => criterion({ itemType: 'DEDUCTION', method: 'TIERED', ...TARGET }),
      ],
      'one code of two criteria': [
        'criterion_scheme_id_code_key',
        async () => criterion({ code: (await criterion()).code }),
      ],
      'two criteria in one place': [
        'criterion_scheme_id_ordinal_key',
        async () => criterion({ ordinal: (await criterion()).ordinal }),
      ],
    },

    allowed: {
      'a scheme that is retired without a score': () => scheme(RETIRED),
      'a scheme that came into force, was locked and retired at once': () =>
        scheme({ status: 'RETIRED', openedAt: NOON, lockedAt: NOON, retiredAt: NOON }),
      'a scheme in force beside one that was, and a draft': async () => {
        const of = await contest();
        await scheme({ ...of, ...RETIRED });
        await scheme({ ...of, ...IN_FORCE, revision: 2 });
        return scheme({ ...of, revision: 3 });
      },
      'two templates in force': async () => {
        await scheme(IN_FORCE);
        return scheme(IN_FORCE);
      },
      'base points by faults': () => criterion({ method: 'DEDUCT_FROM_FULL', ...TARGET }),
      'a bonus by a table': () => criterion({ itemType: 'BONUS', method: 'TIERED', ...TARGET }),
      'a deduction by faults': () =>
        criterion({ itemType: 'DEDUCTION', method: 'DEDUCT_FROM_FULL', ...TARGET }),
    },
  };
}
