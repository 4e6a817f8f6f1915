import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { applying, does, entry, FULL, land } from './land.ts';
import { forbidden, notFound, state } from './refused.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const here = await land(app, signIn);
const { unit, unit2, county, county2, municipal, supervisor } = here.everyone;
const competition = await applying(app, here);
const of = { competitionId: competition.id, applicantId: here.unit.id, regionId: here.county.id };

describe('a step is refused', () => {
  test('to whoever does not see the entry, whatever it is', async () => {
    const { id } = await app.entry({ ...of, status: 'SUBMITTED' });
    for (const action of ['Update', 'Submit', 'Return', 'Recommend', 'Approve', 'Reject', 'Withdraw']) {
      for (const who of [unit2, county2]) {
        expect(await does(app, who, action, id, { opinion: '示例' })).toEqual(notFound('Entry', 'id'));
      }
    }
    expect(
      await entry(unit, 'entrySubmit', { id: globalId('Competition', competition.id), version: 1 }),
    ).toEqual(notFound('Entry', 'id'));
  });

  test('to whoever sees it without being in charge', async () => {
    const { id } = await app.entry({ ...of, status: 'SUBMITTED' });
    for (const action of ['Update', 'Submit', 'Withdraw']) {
      expect(await does(app, county, action, id)).toEqual(forbidden(['id'], 'UNIT_OFFICER'));
    }
    for (const action of ['Return', 'Recommend', 'Approve', 'Reject']) {
      for (const who of [unit, municipal, supervisor]) {
        expect(await does(app, who, action, id)).toEqual(
          forbidden(['id'], 'COUNTY_OFFICER', 'INDUSTRIAL_OFFICER'),
        );
      }
    }
    const last = await app.entry({ ...of, status: 'RECOMMENDED' });
    expect(await does(app, county, 'Approve', last.id)).toEqual(
      forbidden(['id'], 'MUNICIPAL_OFFICER', 'COMMITTEE_OFFICE'),
    );
  });

  test('without a reason', async () => {
    const { id } = await app.entry({ ...of, status: 'SUBMITTED' });
    for (const action of ['Return', 'Reject']) {
      for (const opinion of [undefined, ' ']) {
        expect(await does(app, county, action, id, { opinion })).toEqual({
          error: 'OpinionRequiredError',
          code: 'OPINION_REQUIRED',
          path: ['opinion'],
          action: action.toUpperCase(),
        });
      }
    }
  });

  test('for what has changed meanwhile', async () => {
    const { id } = await app.entry({ ...of, status: 'SUBMITTED', version: 3 });
    expect(await does(app, county, 'Recommend', id, { version: 2 })).toEqual({
      error: 'VersionConflictError',
      code: 'CONFLICT',
      path: ['version'],
      currentVersion: 3,
    });
  });

  test('out of turn', async () => {
    const { id } = await app.entry({ ...of, status: 'SUBMITTED' });
    expect(await does(app, county, 'Approve', id)).toEqual(
      state('SUBMITTED', 'APPROVE', ['RETURN', 'RECOMMEND', 'REJECT', 'WITHDRAW']),
    );
    const last = await app.entry({ ...of, status: 'RECOMMENDED' });
    expect(await does(app, municipal, 'Recommend', last.id)).toEqual(
      state('RECOMMENDED', 'RECOMMEND', ['RETURN', 'APPROVE', 'REJECT', 'WITHDRAW']),
    );
    expect(await does(app, unit, 'Submit', id)).toMatchObject({ from: 'SUBMITTED', action: 'SUBMIT' });
    const draft = await app.entry(of);
    expect(await does(app, county, 'Return', draft.id, { opinion: '示例' })).toEqual(
      state('DRAFT', 'RETURN', ['UPDATE', 'SUBMIT', 'WITHDRAW']),
    );
  });

  test('once the competition is too far', async () => {
    const running = await applying(app, here, { status: 'RUNNING', applicationsCloseAt: null });
    const { id } = await app.entry({ ...of, ...FULL, competitionId: running.id });
    expect(await does(app, unit, 'Submit', id)).toEqual(
      state('RUNNING', 'SUBMIT', ['UPDATE', 'WITHDRAW'], ['id', 'competition']),
    );
    const suspended = await app.competition({ status: 'SUSPENDED', regionId: here.city.id });
    const halted = await app.entry({ ...of, competitionId: suspended.id, status: 'RECOMMENDED' });
    expect(await does(app, municipal, 'Approve', halted.id)).toEqual(
      state('SUSPENDED', 'APPROVE', ['WITHDRAW'], ['id', 'competition']),
    );
  });

  test('after the deadline', async () => {
    const { id: competitionId } = await applying(app, here, { applicationsCloseAt: NOON });
    const { id } = await app.entry({ ...of, ...FULL, competitionId });
    expect(await does(app, unit, 'Submit', id)).toEqual({
      error: 'DeadlineError',
      code: 'DEADLINE',
      path: ['id'],
      deadline: '2026-05-01T12:00:00.000Z',
    });
  });

  test('for what says too little', async () => {
    const { id: competitionId } = await applying(app, here);
    const { id } = await app.entry({ ...of, competitionId });
    await app.track({ competitionId });
    expect(await does(app, unit, 'Submit', id)).toEqual({
      error: 'IncompleteError',
      code: 'INCOMPLETE',
      path: ['id'],
      missing: ['plan', 'leadingGroup', 'headcount', 'track'],
    });
  });

  test('to whoever applied, and to officers of the unit', async () => {
    const both = await here.person(
      { role: 'UNIT_OFFICER', organizationId: here.unit.id },
      { role: 'COUNTY_OFFICER', regionId: here.county.id },
    );
    const { id: competitionId } = await applying(app, here);
    const { id } = await app.entry({ ...of, ...FULL, competitionId });
    expect(await does(app, here.everyone.admin, 'Submit', id)).toEqual({ status: 'SUBMITTED', version: 2 });
    for (const who of [both, here.everyone.admin]) {
      expect(await does(app, who, 'Recommend', id)).toEqual({
        error: 'ConflictOfInterestError',
        code: 'CONFLICT_OF_INTEREST',
        path: ['id'],
      });
    }
  });
});
