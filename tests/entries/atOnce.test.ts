import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { applying, does, entry, FULL, land } from './land.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const here = await land(app, signIn);
const { unit, colleague, municipal, office } = here.everyone;
const { id: competitionId } = await applying(app, here);
const of = { competitionId, applicantId: here.unit.id, regionId: here.county.id };

test('to approve and to reject at once: exactly one is done, ten times of ten', async () => {
  for (let times = 0; times < 10; times++) {
    const { id } = await app.entry({ ...of, status: 'RECOMMENDED' });
    const both = await Promise.all([
      does(app, municipal, 'Approve', id, { version: 1 }),
      does(app, office, 'Reject', id, { version: 1, opinion: '示例' }),
    ]);
    const done = both.filter((each) => !('error' in each));
    expect(done).toHaveLength(1);
    expect(both.find((each) => 'error' in each)).toMatchObject({
      error: 'VersionConflictError',
      currentVersion: 2,
    });
    const { status } = await prisma.entry.findUniqueOrThrow({ where: { id } });
    expect(done[0]).toEqual({ status, version: 2 });
    expect(await prisma.workflowEvent.count({ where: { subjectId: id } })).toBe(1);
  }
});

test('of twenty who change what one version says, one does', async () => {
  const { id } = await app.entry(of);
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      does(app, n % 2 ? unit : colleague, 'Update', id, { version: 1, headcount: n + 1 }),
    ),
  );
  expect(all.filter((each) => !('error' in each))).toEqual([{ status: 'DRAFT', version: 2 }]);
  expect(all.filter((each) => each.currentVersion === 2)).toHaveLength(19);
  expect(await prisma.changeEvent.count({ where: { entityId: id } })).toBe(1);
});

test('thirty times the same under one key has one effect, and one answer', async () => {
  const { id } = await app.entry({ ...of, ...FULL });
  const input = { id: globalId('Entry', id), version: 1, idempotencyKey: 'thirty' };
  const all = await Promise.all(Array.from({ length: 30 }, () => entry(unit, 'entrySubmit', input)));
  expect(all).toEqual(Array(30).fill({ id: globalId('Entry', id), status: 'SUBMITTED', version: 2 }));
  expect(await prisma.workflowEvent.count({ where: { subjectId: id } })).toBe(1);
});

test('thirty times the same draft under one key is one', async () => {
  const input = {
    competition: globalId('Competition', competitionId),
    applicant: globalId('Organization', here.unit.id),
    teamName: '示例三十班',
    idempotencyKey: 'thirty',
  };
  const all = await Promise.all(Array.from({ length: 30 }, () => entry(unit, 'entryCreate', input)));
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  expect(await prisma.entry.count({ where: { teamName: '示例三十班' } })).toBe(1);
});
