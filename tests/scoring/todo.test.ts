import { expect, test } from 'vitest';
import { saveSheet } from '../../src/features/scoring/commands/saveSheet.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import type { Person } from '../kit/people.ts';
import { FULL, scoring } from '../kit/scoring.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { office, contest, entrant, assigned, callAs, scores, person, here } = await scoring(app, signIn);

/** What waits for somebody: how often each thing is to be done. */
async function waiting(who: Person) {
  const { data } = await who.ask<{ viewer: { todo: { nodes: { action: string; subject: object }[] } } }>(
    '{ viewer { todo { nodes { action subject { __typename } } } } }',
  );
  return data!.viewer.todo.nodes.map(({ action, subject }) => `${action} ${Object.values(subject)[0]}`);
}

test('an assessor finds what to score, then what to hand in, and nothing once it is handed in or recused', async () => {
  const of = await contest();
  const { entry } = await entrant(of);
  const who = await assigned(entry.id);
  expect(await waiting(who)).toEqual(['SCORE AssessorAssignment']);

  const draft = { entryId: entry.id, kind: 'ASSESSOR', stageId: null, items: [] } as const;
  await saveSheet(await callAs(who), draft);
  expect(await waiting(who)).toEqual(['SUBMIT ScoreSheet']);
  await prisma.recusal.create({ data: { userId: who.id, entryId: entry.id, reason: '示例' } });
  expect(await waiting(who)).toEqual([]);

  const other = await assigned(entry.id);
  expect(await waiting(other)).toEqual(['SCORE AssessorAssignment']);
  await scores(other, 'ASSESSOR', of, entry.id, FULL);
  expect(await waiting(other)).toEqual([]);
});

test('a unit finds the self-score that it has begun', async () => {
  const of = await contest();
  const { entry, officer } = await entrant(of);
  await saveSheet(await callAs(officer), { entryId: entry.id, kind: 'SELF', stageId: null, items: [] });
  expect(await waiting(officer)).toEqual(['SUBMIT ScoreSheet']);
});

test('the office finds vetoes that others have raised', async () => {
  const of = await contest();
  const { entry } = await entrant(of);
  const raised = {
    entry: globalId('Entry', entry.id),
    ...{ reason: 'WAGE_ARREARS', occurredOn: '2026-03-01', description: '示例' },
  };
  const colleague = await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id });
  const selection = '... on VetoRaisePayload { veto { status } } ... on Error { message }';
  expect(await colleague.does('vetoRaise', raised, selection)).toMatchObject({ veto: { status: 'ALLEGED' } });
  expect([await waiting(office), await waiting(colleague)]).toEqual([['CONFIRM Veto'], []]);
});
