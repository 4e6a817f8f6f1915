import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { applying, entry, land } from './land.ts';
import { forbidden, invalid, notFound, state } from './refused.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const here = await land(app, signIn);
const { unit } = here.everyone;
const competition = await applying(app, here);
const is = (model: 'Competition' | 'Organization' | 'Track' | 'Project' | 'Studio', { id }: { id: string }) =>
  globalId(model, id);
const ownProject = () => app.project({ ownerId: here.unit.id, regionId: here.county.id });

let counter = 0;
/** A team of the unit in the city's competition, unless told otherwise. */
const wish = (rest: object = {}) => ({
  competition: is('Competition', competition),
  applicant: is('Organization', here.unit),
  ...('project' in rest || 'organization' in rest || 'studio' in rest || 'result' in rest
    ? {}
    : { teamName: `示例班组${++counter}` }),
  ...rest,
});
const counts = async () => [
  await prisma.entry.count(),
  await prisma.workflowEvent.count(),
  await prisma.changeEvent.count(),
];

describe('a draft is refused', () => {
  test.each<[string, () => Promise<object> | object, object]>([
    ['without a competition', () => wish({ competition: 'x' }), notFound('Competition', 'competition')],
    [
      'in a competition that is not published',
      async () => wish({ competition: is('Competition', await app.competition({ regionId: here.city.id })) }),
      notFound('Competition', 'competition'),
    ],
    [
      'in a competition that runs',
      async () => wish({ competition: is('Competition', await applying(app, here, { status: 'RUNNING' })) }),
      state('RUNNING', 'CREATE', [], ['competition']),
    ],
    [
      'without a unit',
      () => wish({ applicant: is('Competition', competition) }),
      notFound('Organization', 'applicant'),
    ],
    [
      'for another unit',
      () => wish({ applicant: is('Organization', here.unit2) }),
      forbidden(['applicant'], 'UNIT_OFFICER'),
    ],
    ['of nothing', () => ({ ...wish(), teamName: null }), invalid()],
    ['of two', async () => wish({ project: is('Project', await ownProject()), teamName: '示例' }), invalid()],
    ['of a team without a name', () => ({ ...wish(), teamName: '  ' }), invalid('teamName')],
    [
      'of a team with too long a name',
      () => ({ ...wish(), teamName: '班'.repeat(101) }),
      invalid('teamName'),
    ],
    [
      'of a project of others',
      async () => wish({ project: is('Project', await app.project({ regionId: here.county.id })) }),
      invalid('project'),
    ],
    [
      'of another unit',
      () => wish({ organization: is('Organization', here.unit2) }),
      invalid('organization'),
    ],
    [
      'of a studio of others',
      async () => wish({ studio: is('Studio', await app.studio({ regionId: here.county.id })) }),
      invalid('studio'),
    ],
    [
      'of a result of others',
      async () => wish({ result: globalId('InnovationResult', (await app.result({})).id) }),
      invalid('result'),
    ],
    [
      'of a project elsewhere',
      async () =>
        wish({
          project: is('Project', await app.project({ ownerId: here.unit.id, regionId: here.province.id })),
        }),
      invalid('project'),
    ],
    [
      'in a track of another competition',
      async () =>
        wish({
          track: is(
            'Track',
            await app.track({ recipientKind: 'COLLECTIVE', competitionId: (await applying(app, here)).id }),
          ),
        }),
      invalid('track'),
    ],
    [
      'in a track for others',
      async () => wish({ track: is('Track', await app.track({ competitionId: competition.id })) }),
      invalid('track'),
    ],
    ['in a track that is not there', () => wish({ track: 'x' }), notFound('Track', 'track')],
    ['with nobody', () => wish({ headcount: 0 }), invalid('headcount')],
    ['with a whole nation', () => wish({ headcount: 1_000_001 }), invalid('headcount')],
    ['with too long a plan', () => wish({ plan: '案'.repeat(20_001) }), invalid('plan')],
    [
      'with too much about its leaders',
      () => wish({ leadingGroup: '组'.repeat(2001) }),
      invalid('leadingGroup'),
    ],
    [
      'with what was never sent in',
      () => wish({ enclosures: ['x'] }),
      notFound('Enclosure', 'enclosures', '0'),
    ],
    [
      'of a demonstration in what is real',
      async () =>
        wish({
          project: is(
            'Project',
            await app.project({ ownerId: here.unit.id, regionId: here.county.id, isDemo: true }),
          ),
        }),
      invalid('project'),
    ],
    [
      'of what is real in a demonstration',
      async () => wish({ competition: is('Competition', await applying(app, here, { isDemo: true })) }),
      invalid('applicant'),
    ],
  ])('%s', async (_, input, refusal) => {
    const before = await counts();
    expect(await entry(unit, 'entryCreate', await input())).toEqual(refusal);
    expect(await counts()).toEqual(before);
  });

  test('after the deadline', async () => {
    const late = await applying(app, here, { applicationsCloseAt: new Date('2026-05-01T12:00:00Z') });
    expect(await entry(unit, 'entryCreate', wish({ competition: is('Competition', late) }))).toEqual({
      error: 'DeadlineError',
      code: 'DEADLINE',
      path: ['competition'],
      deadline: '2026-05-01T12:00:00.000Z',
    });
  });

  test('of a unit that is closed', async () => {
    const closed = await app.organization({ regionId: here.county.id, status: 'CLOSED' });
    const officer = await here.person({ role: 'UNIT_OFFICER', organizationId: closed.id });
    const input = wish({ applicant: is('Organization', closed) });
    expect(await entry(officer, 'entryCreate', input)).toEqual(invalid('applicant'));
  });
});
