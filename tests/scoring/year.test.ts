import { describe, expect, test } from 'vitest';
import { correctSheet } from '../../src/features/scoring/commands/correctSheet.ts';
import { computeStanding } from '../../src/features/standings/commands/computeStanding.ts';
import { publishStanding } from '../../src/features/standings/commands/publishStanding.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { FULL, scoring } from '../kit/scoring.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { office, contest, entrant, assigned, scores, callAs, person, here, confirmed } = await scoring(
  app,
  signIn,
);

const ERROR = '... on Error { code path message }';
const code = (answer: Record<string, unknown>) => answer.code ?? answer.__typename;

describe('a year is scored', () => {
  test('self-score beside three assessors, one of whom keeps out, a bonus over the cap, deductions: exact', async () => {
    const of = await contest();
    const { entry, officer } = await entrant(of);
    const [one, two, three, out] = [
      await assigned(entry.id),
      await assigned(entry.id),
      await assigned(entry.id),
      await assigned(entry.id),
    ];
    const id = globalId('Entry', entry.id);
    expect(await out.does('recusalDeclare', { entry: id, reason: '示例亲属关系' }, ERROR)).toEqual({
      __typename: 'RecusalDeclarePayload',
    });
    const items = [{ criterion: globalId('Criterion', of.codes.A!), points: '60' }];
    const save = { entry: id, kind: 'ASSESSOR', items };
    expect(code(await out.does('scoreSheetSave', save, ERROR))).toBe('RECUSED');

    await scores(officer, 'SELF', of, entry.id, { ...FULL, C1: '8', C2: '8' });
    await scores(one, 'ASSESSOR', of, entry.id, { A: '50', B1: '333.3333', B2: '3', C1: '8', D: '-1' });
    expect(code(await office.does('scoreSheetConfirm', { entry: id }, ERROR))).toBe('INCOMPLETE');
    await scores(two, 'ASSESSOR', of, entry.id, { A: '41', B1: '1200', B2: '9', C1: '7.5', C2: '8' });
    await scores(three, 'ASSESSOR', of, entry.id, { A: '44.45', B1: '500', B2: '0', C1: '6', D: '-10' });
    const answer = await office.does(
      'scoreSheetConfirm',
      { entry: id },
      `${ERROR} ... on ScoreSheetConfirmPayload { scoreSheet { kind status revision total nextActions
        items { nodes { criterion { code } points selfPoints assessedPoints } } } }`,
    );
    // Trimmed means: A 44.45, B1 8.33|25|12.50, B2 9|0|15, C1 7.50, C2 0, D -1|0|-10.
    expect(answer).toEqual({
      __typename: 'ScoreSheetConfirmPayload',
      scoreSheet: {
        ...{ kind: 'CONFIRMED', status: 'CONFIRMED', revision: 1, total: '69.95', nextActions: ['CORRECT'] },
        items: {
          nodes: [
            { criterion: { code: 'A' }, points: '44.45', selfPoints: '60', assessedPoints: '44.45' },
            { criterion: { code: 'B1' }, points: '12.5', selfPoints: '25', assessedPoints: '12.5' },
            { criterion: { code: 'B2' }, points: '9', selfPoints: '15', assessedPoints: '9' },
            { criterion: { code: 'C1' }, points: '7.5', selfPoints: '8', assessedPoints: '7.5' },
            { criterion: { code: 'C2' }, points: '0', selfPoints: '8', assessedPoints: '0' },
            { criterion: { code: 'D' }, points: '-1', selfPoints: null, assessedPoints: '-1' },
          ],
        },
      },
    });
  });

  test('a tie shares a rank, a missing score and a veto have none; a correction makes a new standing beside the old', async () => {
    const of = await contest();
    const [first, tied, equal, last] = [
      await confirmed(of, '60'),
      await confirmed(of, '55'),
      await confirmed(of, '55'),
      await confirmed(of, '20'),
    ];
    const vetoed = await confirmed(of, '60');
    const missing = await entrant(of);
    const raised = {
      ...{ entry: globalId('Entry', vetoed.entry.id), reason: 'SAFETY_ACCIDENT', occurredOn: '2026-04-01' },
      description: '示例事故',
    };
    const selection = '... on VetoRaisePayload { veto { id version blocksUntil nextActions } }';
    const { veto } = (await office.does('vetoRaise', raised, selection)) as never as {
      veto: { id: string; version: number; blocksUntil: string; nextActions: string[] };
    };
    // Whoever raised it may give it up, but not confirm it.
    expect([veto.blocksUntil, veto.nextActions]).toEqual(['2029-04-01', ['LIFT']]);
    const step = { id: veto.id, version: veto.version };
    expect(code(await office.does('vetoConfirm', step, ERROR))).toBe('CONFLICT_OF_INTEREST');
    const colleague = await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id });
    expect(code(await colleague.does('vetoConfirm', step, ERROR))).toBe('VetoConfirmPayload');
    const status = async () =>
      (await prisma.entry.findUniqueOrThrow({ where: { id: vetoed.entry.id } })).status;
    expect(await status()).toBe('VETOED');

    const scope = { competitionId: of.competition.id };
    const call = await callAs(office);
    const draft = await computeStanding(call, scope);
    const again = await computeStanding(call, scope);
    const rows = () =>
      prisma.standingRow.findMany({ where: { standingId: draft.id }, orderBy: { ordinal: 'asc' } });
    const names = new Map(
      Object.entries({ first, tied, equal, last, vetoed, missing }).map(([name, { entry }]) => [
        entry.id,
        name,
      ]),
    );
    const short = async () =>
      (await rows()).map(({ entryId, rank, unrankedReason, total, toNext, isTied }) =>
        [names.get(entryId), rank ?? unrankedReason, total?.toFixed(2), toNext?.toFixed(2), isTied].join(' '),
      );
    expect((await short()).toSorted()).toEqual(
      [
        'first 1 100.00  false',
        'tied 2 95.00 5.00 true',
        'equal 2 95.00 5.00 true',
        'last 4 60.00 35.00 false',
        'missing MISSING_SCORE   false',
        'vetoed VETOED 100.00  false',
      ].toSorted(),
    );

    // What changed since it was computed is taken up first.
    const corrected = await correctSheet(call, {
      ...{ id: last.sheet.id, version: 1, opinion: '示例更正' },
      items: [{ criterionId: of.codes.A!, points: new Prisma.Decimal('25') }],
    });
    expect([corrected.revision, corrected.total.toFixed(2), corrected.supersedesId]).toEqual([
      2,
      '65.00',
      last.sheet.id,
    ]);
    await expect(publishStanding(call, { id: draft.id, version: again.version })).rejects.toMatchObject({
      code: 'STANDING_OUTDATED',
    });
    const fresh = await computeStanding(call, scope);
    const published = await publishStanding(call, { id: fresh.id, version: fresh.version });
    expect(published.status).toBe('PUBLISHED');
    const told = await office.ask<{ standing: object }>(
      `query ($id: ID!) { standing(id: $id) { recomputation { isEqual differences { field } } nextActions
        rows(first: 1) { nodes { rank breakdown { criterion { code } self assessed confirmed maxPoints } } } } }`,
      { id: globalId('Standing', published.id) },
    );
    expect(told.data?.standing).toEqual({
      recomputation: { isEqual: true, differences: [] },
      nextActions: [],
      rows: {
        nodes: [
          {
            rank: 1,
            breakdown: [
              { criterion: { code: 'A' }, self: null, assessed: '60', confirmed: '60', maxPoints: '60' },
              { criterion: { code: 'B1' }, self: null, assessed: '25', confirmed: '25', maxPoints: '25' },
              { criterion: { code: 'B2' }, self: null, assessed: '15', confirmed: '15', maxPoints: '15' },
            ],
          },
        ],
      },
    });

    const later = await correctSheet(call, {
      ...{ id: corrected.id, version: 2, opinion: '示例异议成立' },
      items: [{ criterionId: of.codes.A!, points: new Prisma.Decimal('60') }],
    });
    const next = await computeStanding(call, scope);
    expect([next.revision, next.supersedesId]).toEqual([2, published.id]);
    await publishStanding(call, { id: next.id, version: next.version });
    const { data } = await app.ask<{ competition: { standings: { nodes: object[] } } }>(
      'query ($id: ID!) { competition(id: $id) { standings(orderBy: { field: CREATED_AT }) { nodes { revision status } } } }',
      { id: globalId('Competition', of.competition.id) },
    );
    expect(data!.competition.standings.nodes.toSorted()).toEqual(
      expect.arrayContaining([
        { revision: 1, status: 'SUPERSEDED' },
        { revision: 2, status: 'PUBLISHED' },
      ]),
    );
    expect((await prisma.scoreSheet.findUniqueOrThrow({ where: { id: later.id } })).status).toBe('PUBLISHED');

    // Lifted, it competes again.
    const { version } = await prisma.veto.findFirstOrThrow({ where: { entryId: vetoed.entry.id } });
    const lift = { id: veto.id, version };
    expect(code(await office.does('vetoLift', lift, ERROR))).toBe('OPINION_REQUIRED');
    expect(code(await office.does('vetoLift', { ...lift, opinion: '示例查实无责' }, ERROR))).toBe(
      'VetoLiftPayload',
    );
    expect(await status()).toBe('ACTIVE');
  });
});
