import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { ALL, applying, land } from './land.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const here = await land(app, signIn);
const { municipal, county, admin } = here.everyone;
const { id: competitionId } = await applying(app, here);
const of = { competitionId, applicantId: here.unit.id, regionId: here.county.id };

type Row = { id: string; version: number };
const rowOf = ({ id, version }: Row) => ({ id: globalId('Entry', id), version });
const RESULTS = `results { entry { id status version entryNo } error { __typename ${ALL} } }`;
const approve = (who: typeof admin, input: object) =>
  who.does('entriesApprove', input, `... on EntriesApprovePayload { ${RESULTS} } ... on Error { code path }`);
const sendBack = (who: typeof admin, input: object) =>
  who.does('entriesReturn', input, `... on EntriesReturnPayload { ${RESULTS} } ... on Error { code path }`);

async function mixed() {
  const ready = await app.entry({ ...of, status: 'RECOMMENDED' });
  const changed = await app.entry({ ...of, status: 'RECOMMENDED', version: 5 });
  const early = await app.entry({ ...of, status: 'SUBMITTED' });
  const over = await app.entry({ ...of, status: 'REJECTED' });
  const own = await app.entry({ ...of, status: 'RECOMMENDED' });
  await app.workflowEvent({ subjectType: 'Entry', subjectId: own.id, actorUserId: municipal.id });
  const elsewhere = await app.entry({ status: 'SUBMITTED' });
  const last = await app.entry({ ...of, status: 'RECOMMENDED' });
  const entries = [ready, { ...changed, version: 4 }, early, over, own, elsewhere, ready, last];
  return { ready, changed, early, over, own, elsewhere, last, entries: entries.map(rowOf) };
}

test('each of a batch is done or refused by itself, in the order of the input', async () => {
  const { ready, changed, early, over, own, last, entries } = await mixed();
  const result = await approve(municipal, { entries, opinion: '示例同意' });
  const row = ({ id }: Row, status: string, version: number, entryNo: string | null = null) => ({
    id: globalId('Entry', id),
    status,
    version,
    entryNo,
  });
  const error = (type: string, code: string, n: number, field: string, facts: object = {}) => ({
    __typename: type,
    code,
    path: ['entries', String(n), field],
    ...facts,
  });
  expect(result).toEqual({
    __typename: 'EntriesApprovePayload',
    results: [
      { entry: row(ready, 'APPROVED', 2, '2026-0001'), error: null },
      {
        entry: row(changed, 'RECOMMENDED', 5),
        error: error('VersionConflictError', 'CONFLICT', 1, 'version', { currentVersion: 5 }),
      },
      {
        entry: row(early, 'SUBMITTED', 1),
        error: error('ForbiddenError', 'FORBIDDEN', 2, 'id', {
          needs: ['ADMIN', 'COUNTY_OFFICER', 'INDUSTRIAL_OFFICER'],
        }),
      },
      {
        entry: row(over, 'REJECTED', 1),
        error: error('StateError', 'INVALID_STATE', 3, 'id', {
          from: 'REJECTED',
          action: 'APPROVE',
          possible: [],
        }),
      },
      {
        entry: row(own, 'RECOMMENDED', 1),
        error: error('ConflictOfInterestError', 'CONFLICT_OF_INTEREST', 4, 'id'),
      },
      { entry: null, error: error('NotFoundError', 'NOT_FOUND', 5, 'id', { type: 'Entry' }) },
      {
        entry: row(ready, 'APPROVED', 2, '2026-0001'),
        error: error('VersionConflictError', 'CONFLICT', 6, 'version', { currentVersion: 2 }),
      },
      { entry: row(last, 'APPROVED', 2, '2026-0002'), error: null },
    ],
  });
  const refused = [changed, early, over, own].map(({ id }) => id);
  const step = { opinion: '示例同意', actorUserId: municipal.id, actorRole: 'MUNICIPAL_OFFICER' } as const;
  expect(
    await prisma.workflowEvent.count({ where: { ...step, subjectId: { in: [ready.id, last.id] } } }),
  ).toBe(2);
  expect(await prisma.workflowEvent.count({ where: { action: 'APPROVE', subjectId: { in: refused } } })).toBe(
    0,
  );
  expect(await prisma.changeEvent.count({ where: { entityId: { in: refused } } })).toBe(0);
});

test('the same batch under the same key is told the same once more, and nothing is done twice', async () => {
  const { entries } = await mixed();
  const input = { entries, opinion: '示例同意', idempotencyKey: 'batch' };
  const first = await approve(municipal, input);
  const steps = await prisma.workflowEvent.count();
  const all = await Promise.all(Array.from({ length: 5 }, () => approve(municipal, input)));
  for (const again of all) expect(again).toEqual(first);
  expect(await prisma.workflowEvent.count()).toBe(steps);
  expect((first.results as { error: object | null }[]).filter(({ error }) => error === null)).toHaveLength(2);
});

test('a batch is returned with one opinion, and none without', async () => {
  const rows = [];
  for (let n = 0; n < 3; n++) rows.push(await app.entry({ ...of, status: 'SUBMITTED' }));
  const entries = rows.map(rowOf);
  const without = (await sendBack(county, { entries })) as { results: object[] };
  expect(without.results).toEqual(
    entries.map(({ id }) => ({
      entry: { id, status: 'SUBMITTED', version: 1, entryNo: null },
      error: {
        __typename: 'OpinionRequiredError',
        code: 'OPINION_REQUIRED',
        path: ['opinion'],
        action: 'RETURN',
      },
    })),
  );
  const done = (await sendBack(county, { entries, opinion: '示例意见' })) as { results: object[] };
  expect(done.results).toEqual(
    entries.map(({ id }) => ({ entry: { id, status: 'RETURNED', version: 2, entryNo: null }, error: null })),
  );
});

test('a batch has one record at least and a hundred at most', async () => {
  const one = rowOf(await app.entry({ ...of, status: 'RECOMMENDED' }));
  const invalid = { __typename: 'InvalidError', code: 'INVALID', path: ['entries'] };
  expect(await approve(municipal, { entries: [] })).toEqual(invalid);
  expect(await approve(municipal, { entries: Array(101).fill(one) })).toEqual(invalid);
  expect((await prisma.entry.findMany({ where: { version: 2, entryNo: null } })).length).toBe(3);
});

test('ids of anything else are found nowhere', async () => {
  const entries = [
    { id: globalId('Competition', competitionId), version: 1 },
    { id: 'x', version: 1 },
  ];
  const { results } = (await approve(admin, { entries })) as { results: { error: { code: string } }[] };
  expect(results.map(({ error }) => error.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
});

test('a hundred at once are approved in time', async () => {
  const rows = [];
  for (let n = 0; n < 100; n++) rows.push(await app.entry({ ...of, status: 'RECOMMENDED' }));
  const { results } = (await approve(municipal, { entries: rows.map(rowOf) })) as {
    results: { entry: { entryNo: string } }[];
  };
  expect(new Set(results.map(({ entry }) => entry.entryNo)).size).toBe(100);
});
