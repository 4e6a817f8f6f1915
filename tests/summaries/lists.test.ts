import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { askWith } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';
import { scene } from './scene.ts';

let now = NOON;
const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication, now: () => now });
const { summary, municipal, unit, strangers, stage, competitionId, here } = await scene(app, signIn);

const on = (day: string) => ({ dueOn: new Date(day) });
const rows = {
  yesterday: await summary(on('2026-04-30')),
  today: await summary({ ...on('2026-05-01'), status: 'DRAFT' }),
  handedIn: await summary({ ...on('2026-04-29'), status: 'SUBMITTED' }),
  returned: await summary({ ...on('2026-04-28'), status: 'RETURNED' }),
  waived: await summary({ ...on('2026-04-28'), status: 'WAIVED' }),
  ahead: await summary({ status: 'NOT_DUE' }),
};
const nameOf = (id: string) =>
  Object.entries(rows).find(([, row]) => globalId('StageSummary', row.id) === id)![0];

/** The list in its order, and what it says of each. */
async function list(filter: object, who = municipal) {
  const { data, errors } = await who.ask<{ stageSummaries: { nodes: { id: string; isOverdue: boolean }[] } }>(
    'query ($filter: StageSummaryFilter) { stageSummaries(filter: $filter) { nodes { id isOverdue } } }',
    { filter },
  );
  expect(errors).toBeUndefined();
  return data!.stageSummaries.nodes.map(({ id, isOverdue }) => `${nameOf(id)}${isOverdue ? ' overdue' : ''}`);
}

test('the overdue list is what has still to be handed in after its last day, the oldest first', async () => {
  expect(await list({ isOverdue: true })).toEqual(['returned overdue', 'yesterday overdue']);
  expect((await list({ isOverdue: false })).sort()).toEqual(['ahead', 'handedIn', 'today', 'waived']);
});

test('the same question has another answer a day later, though nothing was changed and the statement is kept', async () => {
  const token = await signIn.token(municipal.subject, { exp: NOON.getTime() / 1000 + 86_400 });
  const literal = () =>
    askWith<{ stageSummaries: { nodes: { id: string }[] } }>(
      app,
      token,
      '{ stageSummaries(filter: { isOverdue: true }) { nodes { id } } }',
    );
  const overdue = async () => (await literal()).data!.stageSummaries.nodes.map(({ id }) => nameOf(id));
  expect(await overdue()).toEqual(['returned', 'yesterday']);
  now = new Date('2026-05-01T15:59:59.999Z');
  expect(await overdue()).toEqual(['returned', 'yesterday']);
  now = new Date('2026-05-01T16:00:00Z');
  expect(await overdue()).toEqual(['returned', 'yesterday', 'today']);
  now = NOON;
});

test('is found by where, whose, when and how far', async () => {
  const every = ['returned overdue', 'waived', 'handedIn', 'yesterday overdue', 'today', 'ahead'];
  const sorted = async (filter: object) => (await list(filter)).sort();
  for (const filter of [
    { stage: [globalId('Stage', stage.id)] },
    { competition: [globalId('Competition', competitionId)] },
    { organization: [globalId('Organization', here.unit.id)] },
    { regionCode: here.city.code, includeDescendants: true },
  ]) {
    expect(await sorted(filter)).toEqual(every.toSorted());
  }
  expect(await list({ regionCode: here.city.code })).toEqual([]);
  expect(await list({ competition: [globalId('Stage', stage.id)] })).toEqual([]);
  expect(await list({ status: ['SUBMITTED', 'WAIVED'] })).toEqual(['waived', 'handedIn']);
  expect(await list({ dueOn: { from: '2026-04-29', to: '2026-04-30' } })).toEqual([
    'handedIn',
    'yesterday overdue',
  ]);
});

test('is the same for the unit, and empty for others and the public', async () => {
  expect(await list({}, unit)).toEqual(await list({}));
  expect(await list({}, strangers.unit)).toEqual([]);
  expect((await app.ask('{ stageSummaries { totalCount } }')).data).toEqual({
    stageSummaries: { totalCount: 0 },
  });
});

test('next actions, events and figures of a page take as many statements for one as for six', async () => {
  const count = async (first: number) =>
    (
      await app.statements(() =>
        municipal.ask(
          `query ($first: Int!) { stageSummaries(first: $first) { nodes {
            nextActions isLate events { nodes { action } } figures { nodes { value } } entry { entryNo } stage { name } } } }`,
          { first },
        ),
      )
    ).length;
  expect(await count(6)).toBe(await count(1));
});
