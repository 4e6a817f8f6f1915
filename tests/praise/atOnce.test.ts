import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { praising } from '../kit/praise.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { office, everyone, person, drafted, ripe, shown, elapses, objected, ranking, places } = await praising(
  app,
  signIn,
);
const { municipal, admin } = everyone;

/** How often each outcome came. */
async function counted(work: readonly Promise<Record<string, unknown>>[]) {
  const counts: Record<string, number> = {};
  for (const { __typename } of await Promise.all(work)) {
    counts[__typename as string] = (counts[__typename as string] ?? 0) + 1;
  }
  return counts;
}
const grantsOf = (shortlistId: string) =>
  prisma.awardGrant.count({ where: { decision: { shortlists: { some: { id: shortlistId } } } } });

test('ten who decide at once: one decision, one award for each', async () => {
  const { shortlistId, decision } = await ripe(2, '60', '50', '40');
  const before = await prisma.decision.count();
  const work = Array.from({ length: 10 }, (_, n) =>
    (n % 2 ? municipal : admin).does('shortlistDecide', decision),
  );
  expect(await counted(work)).toEqual({ ShortlistDecidePayload: 1, VersionConflictError: 9 });
  expect([(await prisma.decision.count()) - before, await grantsOf(shortlistId)]).toEqual([1, 2]);
});

test('one key ten times: one decision, and the same answer', async () => {
  const { shortlistId, decision } = await ripe(1, '60');
  const before = await prisma.decision.count();
  const input = { ...decision, idempotencyKey: 'one' };
  const work = Array.from({ length: 10 }, () => municipal.does('shortlistDecide', input));
  expect(await counted(work)).toEqual({ ShortlistDecidePayload: 10 });
  expect([(await prisma.decision.count()) - before, await grantsOf(shortlistId)]).toEqual([1, 1]);
});

test('decided and withdrawn at once: exactly one', async () => {
  const { shortlistId, shortlist, decision } = await ripe(1, '60');
  const { id, version } = shortlist;
  const counts = await counted([
    municipal.does('shortlistDecide', decision),
    office.does('shortlistWithdraw', { id, version, opinion: '示例' }),
  ]);
  expect(counts.VersionConflictError).toBe(1);
  const { status } = await prisma.shortlist.findUniqueOrThrow({ where: { id: shortlistId } });
  expect(await grantsOf(shortlistId)).toBe(status === 'DECIDED' ? 1 : 0);
});

test('closed while somebody objects: what is closed has no open objection', async () => {
  const { notice } = await shown(1, '60');
  const citizen = await person();
  const id = Buffer.from(notice.id, 'base64').toString().split(':')[1]!;
  await objected(citizen, notice.id);
  const { id: objectionId } = await prisma.objection.findFirstOrThrow({ where: { noticeId: id } });
  await elapses(notice.id);
  const handled = { id: globalId('Objection', objectionId), version: 1, finding: '示例', outcome: 'UPHELD' };
  await Promise.all([
    office.does('noticeClose', { id: notice.id, version: notice.version }),
    municipal.does('objectionHandle', handled),
  ]);
  const { status } = await prisma.publicNotice.findUniqueOrThrow({ where: { id } });
  const objection = await prisma.objection.findUniqueOrThrow({ where: { id: objectionId } });
  expect(objection.status).toBe('CLOSED');
  if (status === 'CLOSED') expect(objection.closedAt).not.toBeNull();
});

test('two that are drawn at once from one standing are one', async () => {
  const { standing, competition } = await ranking('60');
  const input = { standing: globalId('Standing', standing.id), rules: [places(1)] };
  expect(await counted([office, municipal].map((who) => who.does('shortlistDraw', input)))).toEqual({
    ShortlistDrawPayload: 2,
  });
  expect(await prisma.shortlist.count({ where: { competitionId: competition.id } })).toBe(1);
});

test('a candidate taken out while the list is settled: exactly one', async () => {
  const { shortlist, candidates } = await drafted(2, '60', '50');
  const { id, version } = shortlist;
  const counts = await counted([
    office.does('shortlistExclude', { id, version, candidate: candidates[0], opinion: '示例' }),
    municipal.does('shortlistSubmit', { id, version }),
  ]);
  expect(counts.VersionConflictError).toBe(1);
});
