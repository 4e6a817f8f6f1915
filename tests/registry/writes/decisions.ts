import type { App } from '../../kit/app.ts';
import type { Writes } from '../../kit/refusals.ts';

export async function decisionWrites(app: App): Promise<Writes> {
  const { prisma } = app.db;
  const issuer = await app.organization({ type: 'UNION_FEDERATION' });
  const other = await app.organization({ regionId: issuer.regionId });
  const committee = await app.committee({ officeId: issuer.id });
  const of = { issuerId: issuer.id, regionId: issuer.regionId };
  const inCommittee = { committeeId: committee.id, regionId: issuer.regionId };

  return {
    refused: {
      'a document number of nobody': [
        'decision_doc_no_check',
        () => app.decision({ ...of, docNo: '〔2026〕12号' }),
      ],
      'a document number of another century': [
        'decision_doc_no_check',
        () => app.decision({ ...of, docNo: '示例发〔1899〕12号' }),
      ],
      'a document number without a year': [
        'decision_doc_no_check',
        () => app.decision({ ...of, docNo: '示例发12号' }),
      ],
      'a document number with its year in round brackets': [
        'decision_doc_no_check',
        () => app.decision({ ...of, docNo: '示例发（2026）12号' }),
      ],
      'a document number that begins with zero': [
        'decision_doc_no_check',
        () => app.decision({ ...of, docNo: '示例发〔2026〕012号' }),
      ],
      'a decision without a title': ['decision_title_check', () => app.decision({ ...of, title: '' })],
      'a decision of nobody': ['decision_issuer_check', () => app.decision({ ...of, issuerId: null })],
      'a decision of an organization and a committee': [
        'decision_issuer_check',
        () => app.decision({ ...of, committeeId: committee.id }),
      ],
      'a decision that replaces itself': [
        'decision_replaces_check',
        async () => {
          const { id } = await app.decision(of);
          return prisma.decision.update({ where: { id }, data: { replacesId: id } });
        },
      ],
      'a grant that is but a naming': [
        'decision_nature_check',
        () => app.decision({ ...of, kind: 'GRANT', nature: 'NAMING' }),
      ],
      'a grant that is but praise': [
        'decision_nature_check',
        () => app.decision({ ...of, kind: 'GRANT', nature: 'PRAISE' }),
      ],
      'a grant of no nature': [
        'decision_nature_check',
        () => app.decision({ ...of, kind: 'GRANT', nature: null }),
      ],
      'a naming that is a commendation': [
        'decision_nature_check',
        () => app.decision({ ...of, kind: 'NAME', nature: 'COMMENDATION' }),
      ],
      'a naming of no nature': [
        'decision_nature_check',
        () => app.decision({ ...of, kind: 'NAME', nature: null }),
      ],
      'praise that is a commendation': [
        'decision_nature_check',
        () => app.decision({ ...of, kind: 'PRAISE', nature: 'COMMENDATION' }),
      ],
      'praise of no nature': [
        'decision_nature_check',
        () => app.decision({ ...of, kind: 'PRAISE', nature: null }),
      ],
      'a revocation that confers': [
        'decision_nature_check',
        () => app.decision({ ...of, kind: 'REVOKE', nature: 'CONFERRAL' }),
      ],
      'an amendment that confers': [
        'decision_nature_check',
        () => app.decision({ ...of, kind: 'AMEND', nature: 'CONFERRAL' }),
      ],
      'one document number twice from one organization': [
        'decision_doc_no_key',
        async () => {
          const { docNo } = await app.decision(of);
          return app.decision({ ...of, docNo });
        },
      ],
      'one document number twice from one committee': [
        'decision_doc_no_key',
        async () => {
          const { docNo } = await app.decision(inCommittee);
          return app.decision({ ...inCommittee, docNo });
        },
      ],
    },

    allowed: {
      'the same document number of two organizations': async () => {
        const { docNo } = await app.decision(of);
        return app.decision({ ...of, issuerId: other.id, docNo });
      },
      'the same document number of an organization and a committee': async () => {
        const { docNo } = await app.decision(of);
        return app.decision({ ...inCommittee, docNo });
      },
      'two decisions of one organization without a number': async () => {
        await app.decision({ ...of, docNo: null });
        return app.decision({ ...of, docNo: null });
      },
      'a grant with stars': () => app.decision({ ...of, kind: 'GRANT', nature: 'STAR_RATING' }),
      'an amendment of an amendment': async () => {
        const { id } = await app.decision({ ...of, kind: 'AMEND', replacesId: (await app.decision(of)).id });
        return app.decision({ ...of, kind: 'AMEND', replacesId: id });
      },
    },
  };
}
