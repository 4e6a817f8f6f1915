import { describe, expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { done, scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { summary, unit, office, output, ideas, here } = await scene(app, signIn);

const DECIDED = { summaryReturn: 'SUBMITTED', summaryAccept: 'SUBMITTED', summaryWaive: 'DUE' } as const;
const ALL = { summarySave: 'DUE', summarySubmit: 'DRAFT', ...DECIDED } as const;
type Name = keyof typeof ALL;
const names = Object.keys(ALL) as Name[];

/** One that the mutation can be done to, and what it then takes. */
async function ready(name: Name) {
  const row = await summary({ status: ALL[name], text: '示例小结' });
  if (name === 'summarySubmit') await app.metricValue({ summaryId: row.id, metricId: output.id });
  return { id: row.id, ...(name in DECIDED && { opinion: '示例意见' }) };
}
describe('refused', () => {
  test.each(names)('%s of another version', async (name) => {
    const outcome = await done(name in DECIDED ? office : unit, name, { ...(await ready(name)), version: 2 });
    expect(outcome).toEqual({
      ...{ __typename: 'VersionConflictError', code: 'CONFLICT', path: ['version'], currentVersion: 1 },
    });
  });

  test.each(names)('%s of one that was accepted', async (name) => {
    const { id } = await summary({ status: 'ACCEPTED' });
    const action = name.slice('summary'.length).toUpperCase();
    expect(await done(name in DECIDED ? office : unit, name, { id })).toEqual({
      ...{
        __typename: 'StateError',
        code: 'INVALID_STATE',
        path: ['id'],
        from: 'ACCEPTED',
        action,
        possible: [],
      },
    });
  });

  test.each(['summarySave', 'summarySubmit'] as const)('%s before the stage has opened', async (name) => {
    const action = name.slice('summary'.length).toUpperCase();
    expect(await done(unit, name, await summary({ status: 'NOT_DUE' }))).toEqual({
      ...{
        __typename: 'StateError',
        code: 'INVALID_STATE',
        path: ['id'],
        from: 'NOT_DUE',
        action,
        possible: [],
      },
    });
  });

  test.each(['summaryReturn', 'summaryWaive'] as const)('%s without a reason', async (name) => {
    const { id } = await ready(name);
    expect(await done(office, name, { id, opinion: ' ' })).toEqual({
      ...{ __typename: 'OpinionRequiredError', code: 'OPINION_REQUIRED', path: ['opinion'] },
    });
  });

  test('to hand in what lacks its text and a figure that is required', async () => {
    const { id } = await summary({ status: 'DRAFT' });
    await app.metricValue({ summaryId: id, metricId: ideas.id });
    expect(await done(unit, 'summarySubmit', { id })).toEqual({
      ...{ __typename: 'IncompleteError', code: 'INCOMPLETE', path: ['id'], missing: ['text', 'output'] },
    });
  });

  test.each(names)('%s while the competition is suspended', async (name) => {
    const { id: competitionId } = await app.competition({ status: 'SUSPENDED', regionId: here.city.id });
    const { id: stageId } = await app.stage({ competitionId });
    const row = await summary({ status: ALL[name], stageId }, { competitionId });
    expect(await done(name in DECIDED ? office : unit, name, { id: row.id })).toEqual({
      ...{
        __typename: 'CompetitionHaltedError',
        code: 'COMPETITION_HALTED',
        path: ['id'],
        status: 'SUSPENDED',
      },
    });
  });
});
