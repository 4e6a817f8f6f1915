import { saveSheet } from '../../src/features/scoring/commands/saveSheet.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import type { App } from '../kit/app.ts';
import { DRAFT, FULL, scoring } from '../kit/scoring.ts';
import type { SignedIn } from '../kit/signIn.ts';

/** What each mutation of scoring, vetoes and standings is given where each is to be done once. */
export async function scoringInputs(
  app: App,
  signIn: SignedIn,
  admin: { readonly subject: string },
): Promise<Record<string, () => Promise<object>>> {
  const { prisma } = app.db;
  const { contest, entrant, assigned, scores, confirmed, callAs, assessor, department, office, here } =
    await scoring(app, signIn);
  const of = await contest();
  const { competition, codes } = of;
  // The first score of all locks the scheme, which is a change of its own.
  const first = await confirmed(of);
  const competitionId = globalId('Competition', competition.id);

  /** A scheme that is being drawn up for a competition of its own. */
  const drafted = async () => {
    const { id } = await app.competition({ status: 'RUNNING', regionId: here.city.id });
    const answer = await office.does(
      'schemeCreate',
      { competition: globalId('Competition', id), ...DRAFT },
      '... on SchemeCreatePayload { scheme { id version } }',
    );
    return answer.scheme as { id: string; version: number };
  };
  const entry = async () => (await entrant(of)).entry;
  const item = (code: string) => ({ criterion: globalId('Criterion', codes[code]!), points: '10' });
  const vetoOn = async () => {
    const { id: organizationId } = await app.organization({ regionId: here.county.id });
    const raised = await office.does(
      'vetoRaise',
      {
        ...{
          organization: globalId('Organization', organizationId),
          reason: 'FRAUD',
          occurredOn: '2026-04-01',
        },
        description: '示例',
      },
      '... on VetoRaisePayload { veto { id version } }',
    );
    return raised.veto as { id: string; version: number };
  };

  return {
    assessorAssign: async () => ({
      entry: globalId('Entry', (await entry()).id),
      assessor: globalId('User', (await assessor()).id),
      organization: globalId('Organization', department.id),
    }),
    assessorUnassign: async () => {
      const { id: entryId } = await entry();
      await assigned(entryId);
      const { id } = await prisma.assessorAssignment.findFirstOrThrow({ where: { entryId } });
      return { id: globalId('AssessorAssignment', id), version: 1 };
    },
    recusalDeclare: async () => ({ entry: globalId('Entry', (await entry()).id), reason: '示例' }),
    schemeCopy: async () => ({ id: globalId('ScoringScheme', of.schemeId), competition: competitionId }),
    schemeCreate: async () => ({ ...DRAFT }),
    schemeOpen: drafted,
    schemeRetire: async () => {
      const { id: competitionId } = await app.competition({ status: 'RUNNING', regionId: here.city.id });
      const { id } = await prisma.scoringScheme.create({
        data: {
          ...{ name: '示例', totalPoints: 100, aggregation: 'MEAN', competitionId },
          ...{ status: 'ACTIVE', openedAt: new Date('2026-01-01') },
        },
      });
      return { id: globalId('ScoringScheme', id), version: 1, opinion: '示例' };
    },
    schemeUpdate: async () => ({ ...(await drafted()), ...DRAFT }),
    scoreSheetConfirm: async () => {
      const { id } = await entry();
      await scores(await assigned(id), 'ASSESSOR', of, id, FULL);
      return { entry: globalId('Entry', id) };
    },
    scoreSheetCorrect: async () => ({
      id: globalId('ScoreSheet', first.sheet.id),
      version: 1,
      items: [item('A')],
      opinion: '示例',
    }),
    scoreSheetSave: async () => ({
      entry: globalId('Entry', (await entry()).id),
      kind: 'SELF',
      items: [item('A')],
    }),
    scoreSheetSubmit: async () => {
      const { id: entryId } = await entry();
      const call = await callAs(admin as never);
      const items = Object.entries(FULL).map(([code, value]) => ({
        criterionId: codes[code]!,
        [code === 'A' ? 'points' : 'measure']: new Prisma.Decimal(value),
      }));
      const { id } = await saveSheet(call, { entryId, kind: 'SELF', items });
      return { id: globalId('ScoreSheet', id), version: 1 };
    },
    standingCompute: async () => ({ competition: competitionId }),
    standingPublish: async () => {
      const { id } = await app.competition({ status: 'SCORING', regionId: here.city.id });
      await prisma.scoringScheme.create({
        data: {
          ...{ name: '示例', totalPoints: 100, aggregation: 'MEAN', competitionId: id },
          ...{ status: 'ACTIVE', openedAt: new Date('2026-01-01') },
        },
      });
      const answer = await office.does(
        'standingCompute',
        { competition: globalId('Competition', id) },
        '... on StandingComputePayload { standing { id version } }',
      );
      return answer.standing as object;
    },
    vetoConfirm: vetoOn,
    vetoLift: async () => ({ ...(await vetoOn()), opinion: '示例' }),
    vetoRaise: async () => ({
      ...{ entry: globalId('Entry', (await entry()).id), reason: 'FRAUD', occurredOn: '2026-04-01' },
      description: '示例',
    }),
  };
}
