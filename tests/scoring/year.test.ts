import { describe, expect, test } from 'vitest';
import { confirmSheet } from '../../src/features/scoring/commands/confirmSheet.ts';
import { correctSheet } from '../../src/features/scoring/commands/correctSheet.ts';
import { computeStanding } from '../../src/features/standings/commands/computeStanding.ts';
import { publishStanding } from '../../src/features/standings/commands/publishStanding.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { scoring } from '../kit/scoring.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { office, contest, entrant, assigned, scores, callAs, person, department, here } = await scoring(
  app,
  signIn,
);

const ERROR = '... on Error { code path message }';
const FULL = { A: '60', B1: '1000', B2: '0' };
const code = (answer: Record<string, unknown>) => answer.code ?? answer.__typename;

/** An entry that three assessors scored, and that is confirmed. */
async function confirmed(of: Awaited<ReturnType<typeof contest>>, safety = '60') {
  const { entry, officer, unit } = await entrant(of);
  const who = await assigned(entry.id);
  await scores(who, 'ASSESSOR', of, entry.id, { ...FULL, A: safety });
  const sheet = await confirmSheet(await callAs(office), { entryId: entry.id });
  return { entry, officer, unit, who, sheet };
}

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

describe('what is not allowed', () => {
  test('a scheme of 95 is refused: have 95, need 100', async () => {
    const competition = await app.competition({ status: 'RUNNING', regionId: here.city.id });
    const criterion = {
      code: 'A',
      dimension: 'SAFETY',
      name: '示例',
      itemType: 'BASE',
      maxPoints: '95',
      method: 'MANUAL',
    };
    const draft = {
      name: '示例',
      totalPoints: '100',
      aggregation: 'MEAN',
      tieRules: [],
      criteria: [criterion],
    };
    const made = await office.does(
      'schemeCreate',
      { competition: globalId('Competition', competition.id), ...draft },
      '... on SchemeCreatePayload { scheme { id version nextActions } }',
    );
    const { id, version, nextActions } = made.scheme as {
      id: string;
      version: number;
      nextActions: string[];
    };
    expect(nextActions).toEqual(['UPDATE', 'OPEN']);
    const selection = `${ERROR} ... on PointsMismatchError { have need criterion }`;
    expect(await office.does('schemeOpen', { id, version }, selection)).toMatchObject({
      ...{ code: 'POINTS_MISMATCH', have: '95', need: '100', criterion: null },
    });
    const parts = [{ ...criterion, code: 'A1', maxPoints: '60' }];
    const criteria = [{ ...criterion, maxPoints: '100', parts }];
    await office.does('schemeUpdate', { ...draft, id, version, criteria }, ERROR);
    expect(await office.does('schemeOpen', { id, version: version + 1 }, selection)).toMatchObject({
      ...{ code: 'POINTS_MISMATCH', have: '60', need: '100', criterion: 'A' },
    });
  });

  test('an assessor of the competing unit, or of one below it, is refused at assignment and at scoring', async () => {
    const of = await contest();
    const { entry, unit } = await entrant(of);
    const below = await app.organization({ regionId: here.county.id, parentId: unit.id });
    for (const organization of [unit, below]) {
      const who = await person({ role: 'ASSESSOR', organizationId: organization.id });
      const input = {
        entry: globalId('Entry', entry.id),
        assessor: globalId('User', who.id),
        organization: globalId('Organization', organization.id),
      };
      expect(code(await office.does('assessorAssign', input, ERROR))).toBe('CONFLICT_OF_INTEREST');
      // Assigned in spite of it, as when the organization came under the unit later.
      await prisma.assessorAssignment.create({
        data: { entryId: entry.id, userId: who.id, organizationId: organization.id },
      });
      const save = { entry: input.entry, kind: 'ASSESSOR', items: [] };
      expect(code(await who.does('scoreSheetSave', save, ERROR))).toBe('CONFLICT_OF_INTEREST');
    }
    const fair = await person({ role: 'ASSESSOR', organizationId: department.id });
    const input = {
      entry: globalId('Entry', entry.id),
      assessor: globalId('User', fair.id),
      organization: globalId('Organization', department.id),
    };
    expect(code(await office.does('assessorAssign', input, ERROR))).toBe('AssessorAssignPayload');
    expect(code(await office.does('assessorAssign', input, ERROR))).toBe('ALREADY_DECLARED');
  });

  test.each([
    ['more points than there are', [['A', { points: '60.01' }]], 'items 0 points'],
    ['less than none', [['A', { points: '-0.01' }]], 'items 0 points'],
    ['three places', [['A', { points: '1.005' }]], 'items 0 points'],
    ['a deduction that adds', [['D', { points: '1' }]], 'items 0 points'],
    ['points that follow from what was reached', [['B1', { points: '1' }]], 'items 0 points'],
    ['half a fault', [['B2', { measure: '0.5' }]], 'items 0 measure'],
    ['a criterion with parts', [['B', { points: '1' }]], 'items 0 criterion'],
    [
      'a criterion twice',
      [
        ['A', { points: '1' }],
        ['A', { points: '1' }],
      ],
      'items 1 criterion',
    ],
  ] as const)('%s', async (_, given, path) => {
    const { entry, officer, codes } = shared;
    const items = given.map(([at, rest]) => ({ criterion: globalId('Criterion', codes[at]!), ...rest }));
    const answer = await officer.does(
      'scoreSheetSave',
      { entry: globalId('Entry', entry.id), kind: 'SELF', items },
      ERROR,
    );
    expect([answer.code, answer.path]).toEqual(['INVALID', path.split(' ')]);
  });

  test('a sheet without a required item is not handed in', async () => {
    const { entry, officer, codes } = shared;
    const items = [{ criterion: globalId('Criterion', codes.A!), points: '60' }];
    const input = { entry: globalId('Entry', entry.id), kind: 'SELF', items };
    const selection = '... on ScoreSheetSavePayload { scoreSheet { id version total nextActions } }';
    const { scoreSheet } = (await officer.does('scoreSheetSave', input, selection)) as never;
    expect(scoreSheet).toMatchObject({ version: 1, total: '60', nextActions: ['SAVE', 'SUBMIT'] });
    const { id } = scoreSheet as { id: string };
    expect(
      await officer.does('scoreSheetSubmit', { id, version: 1 }, '... on IncompleteError { code missing }'),
    ).toEqual({ __typename: 'IncompleteError', code: 'INCOMPLETE', missing: ['B1', 'B2'] });
  });
});

const sharedContest = await contest();
const shared = { ...sharedContest, ...(await entrant(sharedContest)) };

describe('nobody learns a score before its time', () => {
  test('a unit sees its own, an assessor theirs, the office all; others what is published, and not while it is frozen', async () => {
    const of = await contest();
    const [own, other] = [await confirmed(of, '55'), await confirmed(of, '40')];
    await scores(own.officer, 'SELF', of, own.entry.id, FULL);
    const ids = [own, other].map(({ entry }) => globalId('Entry', entry.id));
    type Sheets = {
      nodes: { scoreSheets: { totalCount: number; nodes: { kind: string; total: string }[] } }[];
    };
    const seen = async (ask: (query: string, variables: object) => Promise<{ data?: Sheets | null }>) => {
      const { data } = await ask(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entry { scoreSheets { totalCount nodes { kind total } } } } }',
        { ids },
      );
      return data!.nodes.map(({ scoreSheets: { totalCount, nodes } }) => {
        expect(nodes.length).toBe(totalCount);
        return nodes
          .map(({ kind, total }) => `${kind} ${total}`)
          .toSorted()
          .join(', ');
      });
    };
    const all = async () => ({
      unit: await seen(own.officer.ask),
      assessor: await seen(own.who.ask),
      office: await seen(office.ask),
      public: await seen(app.ask),
    });
    const everything = ['ASSESSOR 95, CONFIRMED 95, SELF 100', 'ASSESSOR 80, CONFIRMED 80'];
    const before = {
      unit: ['SELF 100', ''],
      assessor: ['ASSESSOR 95', ''],
      office: everything,
      public: ['', ''],
    };
    expect(await all()).toEqual(before);
    const call = await callAs(office);
    const standing = await computeStanding(call, { competitionId: of.competition.id });
    expect(await all()).toEqual(before);
    const rows = async (ask: typeof app.ask) => {
      const { data } = await ask<{ standing: { rows: { totalCount: number } } | null }>(
        'query ($id: ID!) { standing(id: $id) { rows { totalCount } recomputation { isEqual } } }',
        { id: globalId('Standing', standing.id) },
      );
      return data!.standing?.rows.totalCount ?? null;
    };
    const counts = async () => [await rows(own.officer.ask), await rows(app.ask), await rows(office.ask)];
    expect(await counts()).toEqual([null, null, 2]);
    await publishStanding(call, { id: standing.id, version: standing.version });
    expect(await all()).toEqual({
      unit: ['CONFIRMED 95, SELF 100', 'CONFIRMED 80'],
      assessor: ['ASSESSOR 95, CONFIRMED 95', 'CONFIRMED 80'],
      office: everything,
      public: ['CONFIRMED 95', 'CONFIRMED 80'],
    });
    expect(await counts()).toEqual([2, 2, 2]);
    const { id } = of.competition;
    await prisma.competition.update({
      where: { id },
      data: { status: 'FROZEN', frozenAt: new Date('2026-01-01') },
    });
    expect(await all()).toEqual({
      unit: ['CONFIRMED 95, SELF 100', ''],
      assessor: ['ASSESSOR 95', ''],
      office: everything,
      public: ['', ''],
    });
    expect(await counts()).toEqual([1, 0, 2]);
  });
});

describe('at once', () => {
  test('of two confirmations one is done', async () => {
    const of = await contest();
    const { entry } = await entrant(of);
    await scores(await assigned(entry.id), 'ASSESSOR', of, entry.id, FULL);
    const call = await callAs(office);
    const done = await Promise.allSettled([1, 2, 3].map(() => confirmSheet(call, { entryId: entry.id })));
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await prisma.scoreSheet.count({ where: { entryId: entry.id, kind: 'CONFIRMED' } })).toBe(1);
  });

  test('a standing that is published beside a correction rests on what was true, or is refused', async () => {
    const of = await contest();
    const { sheet } = await confirmed(of, '50');
    const call = await callAs(office);
    const { id, version } = await computeStanding(call, { competitionId: of.competition.id });
    const items = [{ criterionId: of.codes.A!, points: new Prisma.Decimal('60') }];
    const [published] = await Promise.allSettled([
      publishStanding(call, { id, version }),
      correctSheet(call, { id: sheet.id, version: 1, opinion: '示例', items }),
    ]);
    const { status, publishedAt } = await prisma.scoreSheet.findUniqueOrThrow({ where: { id: sheet.id } });
    // Corrected first, nothing old is published; published first, the correction finds another version.
    if (published!.status === 'rejected') expect([status, publishedAt]).toEqual(['SUPERSEDED', null]);
    else expect(status).toBe('PUBLISHED');
  });
});
