import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { scoring } from '../kit/scoring.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { office, contest, entrant, person, department, here } = await scoring(app, signIn);

const ERROR = '... on Error { code path message }';
const code = (answer: Record<string, unknown>) => answer.code ?? answer.__typename;

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
