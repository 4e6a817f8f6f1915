import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { applying, entry, land } from './land.ts';
import { invalid } from './refused.ts';

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
test('whoever takes part in a project can apply for it, as long as they do', async () => {
  const { id: projectId } = await app.project({ regionId: here.county.id });
  const { id } = await app.projectParticipant({ projectId, organizationId: here.unit.id });
  const input = wish({ project: globalId('Project', projectId) });
  expect(await entry(unit, 'entryCreate', input)).toMatchObject({ status: 'DRAFT' });
  await prisma.projectParticipant.update({ where: { id }, data: { leftOn: new Date('2026-05-01') } });
  expect(await entry(unit, 'entryCreate', input)).toEqual(invalid('project'));
});

test('each kind of subject is taken, and once', async () => {
  const at = { regionId: here.county.id };
  const studio = await app.studio({ ...at, employerId: here.unit.id });
  const result = await app.result({ ...at, organizationId: here.unit.id });
  for (const subject of [
    { project: is('Project', await ownProject()) },
    { organization: is('Organization', here.unit) },
    { studio: is('Studio', studio) },
    { result: globalId('InnovationResult', result.id) },
    { teamName: '示例一班' },
  ]) {
    const [name] = Object.keys(subject);
    const made = await entry(unit, 'entryCreate', wish(subject));
    expect(made).toMatchObject({ status: 'DRAFT' });
    expect(await entry(unit, 'entryCreate', wish(subject))).toEqual({
      error: 'DuplicateEntryError',
      code: 'DUPLICATE_ENTRY',
      path: [name],
      earlier: made.id,
    });
  }
});

test('the same draft ten times at once is one', async () => {
  const input = wish({ project: is('Project', await ownProject()) });
  const all = await Promise.all(Array.from({ length: 10 }, () => entry(unit, 'entryCreate', input)));
  const made = all.filter((each) => !('error' in each));
  expect(made).toHaveLength(1);
  expect(all.filter((each) => 'earlier' in each && each.earlier === made[0]!.id)).toHaveLength(9);
});

test('in another track the same can enter again, but not move to where it is', async () => {
  const tracks = [
    await app.track({ competitionId: competition.id }),
    await app.track({ competitionId: competition.id }),
  ];
  const project = is('Project', await ownProject());
  const [first, second] = [
    await entry(unit, 'entryCreate', wish({ project, track: is('Track', tracks[0]!) })),
    await entry(unit, 'entryCreate', wish({ project, track: is('Track', tracks[1]!) })),
  ];
  expect([first, second]).toMatchObject([{ status: 'DRAFT' }, { status: 'DRAFT' }]);
  const move = { id: second.id, version: 1, track: is('Track', tracks[0]!) };
  expect(await entry(unit, 'entryUpdate', move)).toEqual({
    error: 'DuplicateEntryError',
    code: 'DUPLICATE_ENTRY',
    path: ['track'],
    earlier: first.id,
  });
});
