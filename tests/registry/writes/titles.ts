import type { App } from '../../kit/app.ts';
import type { Refusals, Writes } from '../../kit/refusals.ts';

const ASKED = ['APPLIED', 'RETURNED', 'RECOMMENDED', 'EXPERT_REVIEW', 'MEETING', 'NOTICE'] as const;

export async function titleWrites(app: App): Promise<Writes> {
  const employer = await app.organization();
  const { id: decisionId } = await app.decision({ kind: 'NAME', issuerId: employer.id });
  const { id: revocationDecisionId } = await app.decision({ kind: 'REVOKE', issuerId: employer.id });
  const studio = async () => ({ studioId: (await app.studio({ employerId: employer.id })).id });
  const title = async (data: Parameters<App['studioTitle']>[0]) =>
    app.studioTitle({ ...(await studio()), ...data });
  const day = new Date('2025-06-01');

  return {
    refused: {
      'a title of a batch before 1950': ['studio_title_batch_check', () => title({ batchYear: 1949 })],
      'a title of a batch after 2100': ['studio_title_batch_check', () => title({ batchYear: 2101 })],
      'a title that ends before it begins': [
        'studio_title_time_check',
        () => title({ status: 'LAPSED', validFrom: day, validTo: new Date('2025-05-31') }),
      ],
      'a title named by no decision': ['studio_title_named_check', () => title({ decisionId: null })],
      'a named title without a first day': ['studio_title_named_check', () => title({ validFrom: null })],
      'a named title with an end': ['studio_title_named_check', () => title({ validTo: day })],
      'a title put right with an end': [
        'studio_title_named_check',
        () => title({ status: 'RECTIFYING', validTo: day }),
      ],
      'a revoked title without an end': [
        'studio_title_named_check',
        () => title({ status: 'REVOKED', validTo: null }),
      ],
      'a lapsed title without an end': [
        'studio_title_named_check',
        () => title({ status: 'LAPSED', validTo: null }),
      ],
      'a title applied for with a decision': [
        'studio_title_named_check',
        () => title({ status: 'APPLIED', decisionId }),
      ],
      'a title under public notice with a first day': [
        'studio_title_named_check',
        () => title({ status: 'NOTICE', validFrom: day }),
      ],
      'a rejected title with an end': [
        'studio_title_named_check',
        () => title({ status: 'REJECTED', validTo: day }),
      ],
      'a title revoked by no decision': [
        'studio_title_revoked_check',
        () => title({ status: 'REVOKED', revocationDecisionId: null }),
      ],
      'a title that lapsed by a decision': [
        'studio_title_revoked_check',
        () => title({ status: 'LAPSED', revocationDecisionId }),
      ],
      'a named title with a decision that revokes it': [
        'studio_title_revoked_check',
        () => title({ revocationDecisionId }),
      ],
      'a title named and revoked by one decision': [
        'studio_title_decisions_check',
        () => title({ status: 'REVOKED', decisionId, revocationDecisionId: decisionId }),
      ],
      'two titles of one level held at once': [
        'studio_title_held_key',
        async () => {
          const { studioId } = await title({ status: 'NAMED' });
          return title({ studioId, status: 'RECTIFYING' });
        },
      ],
      ...Object.fromEntries(
        ASKED.map((status): [string, Refusals[string]] => [
          `a title applied for beside one of its level that is ${status}`,
          [
            'studio_title_asked_key',
            async () => {
              const { studioId } = await title({ status });
              return title({ studioId, status: 'APPLIED' });
            },
          ],
        ]),
      ),
    },

    allowed: {
      'titles of different levels held at once': async () => {
        const { studioId } = await title({ level: 'MUNICIPAL' });
        return title({ studioId, level: 'PROVINCIAL' });
      },
      'a title of a level after the first was revoked': async () => {
        const { studioId } = await title({ status: 'REVOKED' });
        return title({ studioId });
      },
      'a title of a level after the first lapsed': async () => {
        const { studioId } = await title({ status: 'LAPSED' });
        return title({ studioId });
      },
      'a title of a level lost twice': async () => {
        const { studioId } = await title({ status: 'REVOKED' });
        return title({ studioId, status: 'LAPSED' });
      },
      'an application after the first was rejected': async () => {
        const { studioId } = await title({ status: 'REJECTED' });
        return title({ studioId, status: 'APPLIED' });
      },
      'an application for a level that is held': async () => {
        const { studioId } = await title({});
        return title({ studioId, status: 'APPLIED' });
      },
      'a title revoked on its first day': () =>
        title({ status: 'REVOKED', decisionId, revocationDecisionId, validFrom: day, validTo: day }),
      'the same level for two studios by one decision': async () => {
        await title({ decisionId });
        return title({ decisionId });
      },
    },
  };
}
