import { expect, test } from 'vitest';
import { fromGlobalId, globalId } from '../../src/graphql/ids.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { applying, does, entry, land } from './land.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const here = await land(app, signIn);
const { unit, county, municipal } = here.everyone;

test('what is approved while the competition runs takes part at once', async () => {
  const { id: competitionId } = await applying(app, here, { status: 'RUNNING', applicationsCloseAt: null });
  const { id } = await app.entry({
    competitionId,
    applicantId: here.unit.id,
    regionId: here.county.id,
    status: 'RECOMMENDED',
  });
  expect(await does(app, here.everyone.office, 'Approve', id)).toEqual({ status: 'ACTIVE', version: 3 });
  const events = await prisma.workflowEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  expect(
    events.map(({ action, fromState, toState, actorRole }) => [action, fromState, toState, actorRole]),
  ).toEqual([
    ['APPROVE', 'RECOMMENDED', 'APPROVED', 'COMMITTEE_OFFICE'],
    ['ACTIVATE', 'APPROVED', 'ACTIVE', null],
  ]);
});

test('what is rejected or withdrawn is closed, and the same may be applied for again', async () => {
  const { id: competitionId } = await applying(app, here);
  const { id: projectId } = await app.project({ ownerId: here.unit.id, regionId: here.county.id });
  const of = { competitionId, projectId, applicantId: here.unit.id, regionId: here.county.id };
  const input = {
    competition: globalId('Competition', competitionId),
    applicant: globalId('Organization', here.unit.id),
    project: globalId('Project', projectId),
  };
  const first = await app.entry({ ...of, status: 'SUBMITTED' });
  expect(await entry(unit, 'entryCreate', input)).toEqual({
    error: 'DuplicateEntryError',
    code: 'DUPLICATE_ENTRY',
    path: ['project'],
    earlier: globalId('Entry', first.id),
  });
  expect(await does(app, county, 'Reject', first.id, { opinion: '示例理由' })).toEqual({
    status: 'REJECTED',
    version: 2,
  });
  const again = await entry(unit, 'entryCreate', input);
  expect(again).toMatchObject({ status: 'DRAFT', version: 1 });
  const { id } = fromGlobalId(String(again.id))!;
  expect(await does(app, unit, 'Withdraw', id, { opinion: '示例理由' })).toEqual({
    status: 'WITHDRAWN',
    version: 2,
  });
  expect(await entry(unit, 'entryCreate', input)).toMatchObject({ status: 'DRAFT', version: 1 });
  const closed = await prisma.entry.findMany({ where: { id: { in: [first.id, id] } } });
  expect(closed.map(({ closedAt }) => closedAt)).toEqual([NOON, NOON]);
});

test('numbers go up one by one within a competition and are not given again', async () => {
  const { id: competitionId } = await applying(app, here);
  const of = { competitionId, applicantId: here.unit.id, regionId: here.county.id };
  const numbers: (string | null)[] = [];
  for (let n = 0; n < 3; n++) {
    const { id } = await app.entry({ ...of, status: 'RECOMMENDED' });
    await does(app, municipal, 'Approve', id);
    if (n === 1) await does(app, unit, 'Withdraw', id);
    numbers.push((await prisma.entry.findUniqueOrThrow({ where: { id } })).entryNo);
  }
  expect(numbers).toEqual(['2026-0001', '2026-0002', '2026-0003']);
});

test('a demonstration says so in its number, after those that are there', async () => {
  const { id: competitionId } = await applying(app, here, { isDemo: true });
  const of = { competitionId, applicantId: here.unit.id, regionId: here.county.id, isDemo: true };
  await app.entry({ ...of, status: 'APPROVED', entryNo: '示例2026-1-0277' });
  const { id } = await app.entry({ ...of, status: 'RECOMMENDED' });
  await does(app, municipal, 'Approve', id);
  expect((await prisma.entry.findUniqueOrThrow({ where: { id } })).entryNo).toBe('示例2026-0278');
});

test('twenty approvals at once give twenty numbers, without a gap', async () => {
  const { id: competitionId } = await applying(app, here);
  const of = { competitionId, applicantId: here.unit.id, regionId: here.county.id };
  const rows = [];
  for (let n = 0; n < 20; n++) rows.push(await app.entry({ ...of, status: 'RECOMMENDED' }));
  await Promise.all(rows.map(({ id }) => does(app, municipal, 'Approve', id)));
  const approved = await prisma.entry.findMany({ where: { competitionId }, orderBy: { entryNo: 'asc' } });
  expect(approved.map(({ entryNo }) => entryNo)).toEqual(
    Array.from({ length: 20 }, (_, n) => `2026-${String(n + 1).padStart(4, '0')}`),
  );
});
