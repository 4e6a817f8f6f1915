import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { ERROR, praising, WORDS } from '../kit/praise.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const all = await praising(app, signIn);
const { office, everyone, person, department, places, does, ranking, comesTo, elapses, objected } = all;
const { municipal } = everyone;

const LIST = `status candidates { totalCount nodes { ordinal isDrawn isSelected standingRow { rank total }
  reasons { nodes { kind isAgainst have need opinion } } } }`;

type Candidate = {
  isSelected: boolean;
  standingRow: { rank: number | null; total: string | null };
  reasons: { nodes: { kind: string; have: string | null; need: string | null; opinion: string | null }[] };
};
type List = { status: string; candidates: { totalCount: number; nodes: Candidate[] } };

/** What somebody reads of a shortlist: of each candidate its rank and total, whether it is on it, and what is said of it. */
async function read(ask: typeof app.ask, id: string) {
  const { data } = await ask<{ shortlist: List | null }>(
    `query ($id: ID!) { shortlist(id: $id) { ${LIST} } }`,
    {
      id,
    },
  );
  if (!data!.shortlist) return null;
  const { status, candidates } = data!.shortlist;
  expect(candidates.nodes.length).toBe(candidates.totalCount);
  return {
    status,
    candidates: candidates.nodes.map(({ isSelected, standingRow: { rank, total }, reasons }) => [
      `${rank} ${total} ${isSelected ? 'in' : 'out'}`,
      ...reasons.nodes.map(({ kind, have, need, opinion }) =>
        [kind, have && `${have} of ${need}`, opinion].filter(Boolean).join(' '),
      ),
    ]),
  };
}

test('from a standing over a shortlist and a notice with an objection to a decision with its awards, and to the end', async () => {
  // Totals of 100, 95, 95, 90 and 85.
  const { competition, standing, entrants } = await ranking('60', '55', '55', '50', '45');
  const rules = [places(4, { minTotal: '86' })];
  const draw = { standing: globalId('Standing', standing.id), rules };
  const { id, version } = await does(office, 'shortlistDraw', draw);
  const drawn = [
    ['1 100 in', 'RANKED_IN_QUOTA 1 of 4'],
    ['2 95 in', 'RANKED_IN_QUOTA 2 of 4'],
    ['2 95 in', 'RANKED_IN_QUOTA 2 of 4'],
    ['4 90 in', 'RANKED_IN_QUOTA 4 of 4'],
    ['5 85 out', 'BELOW_THRESHOLD 85 of 86'],
  ];
  expect(await read(office.ask, id)).toEqual({ status: 'DRAFT', candidates: drawn });
  expect(await does(office, 'shortlistDraw', draw)).toEqual({ id, status: 'DRAFT', version: version + 1 });
  expect(await read(office.ask, id)).toEqual({ status: 'DRAFT', candidates: drawn });
  expect(await read(app.ask, id)).toBeNull();

  const conclude = async () => {
    const { version } = await prisma.competition.findUniqueOrThrow({ where: { id: competition.id } });
    const input = { id: globalId('Competition', competition.id), version };
    return office.does('competitionConclude', input, `... on IncompleteError { code missing }`);
  };
  await comesTo(competition.id, 'NOTICE');
  expect(await conclude()).toMatchObject({ code: 'INCOMPLETE', missing: ['decision'] });
  expect(await does(office, 'shortlistSubmit', { id, version: 2 })).toMatchObject({ status: 'SUBMITTED' });
  const opened = await office.does(
    'noticeOpen',
    { ...WORDS, shortlist: id },
    '... on NoticeOpenPayload { notice { id version standing { id } shortlist { status version } } }',
  );
  const { notice } = opened as { notice: { id: string; version: number } };
  expect(notice).toMatchObject({
    standing: { id: globalId('Standing', standing.id) },
    shortlist: { status: 'NOTICED', version: 4 },
  });
  expect(await conclude()).toMatchObject({ code: 'INCOMPLETE', missing: ['notice', 'decision'] });
  // The public sees who is to be praised, and nobody else.
  expect(await read(app.ask, id)).toEqual({ status: 'NOTICED', candidates: drawn.slice(0, 4) });

  const citizen = await person();
  const rows = await prisma.shortlistCandidate.findMany({
    orderBy: { id: 'asc' },
    include: { standingRow: true },
  });
  const fourth = rows.find(
    ({ standingRow: { rank, standingId } }) => rank === 4 && standingId === standing.id,
  )!;
  const objection = await objected(citizen, notice.id, {
    candidate: globalId('ShortlistCandidate', fourth.id),
  });
  await elapses(notice.id);
  expect(await conclude()).toMatchObject({ missing: ['notice', 'objections', 'decision'] });
  const handled = { ...objection, finding: '示例查实', outcome: 'UPHELD' };
  expect(await municipal.does('objectionHandle', handled, ERROR)).toEqual({
    __typename: 'ObjectionHandlePayload',
  });
  const lost = ['4 90 out', 'RANKED_IN_QUOTA 4 of 4', 'OBJECTION_UPHELD 示例查实'];
  expect(await read(office.ask, id)).toEqual({
    status: 'NOTICED',
    candidates: [...drawn.slice(0, 3), lost, drawn[4]],
  });
  expect(await read(app.ask, id)).toEqual({ status: 'NOTICED', candidates: drawn.slice(0, 3) });
  await office.does('noticeClose', { id: notice.id, version: notice.version });

  const todo = async () => {
    const { data } = await municipal.ask<{ viewer: { todo: { nodes: object[] } } }>(
      '{ viewer { todo { nodes { action subject { ... on Node { id } } } } } }',
    );
    return data!.viewer.todo.nodes;
  };
  expect(await todo()).toContainEqual({ action: 'DECIDE', subject: { id } });
  const decision = {
    ...{ id, version: 5, docNo: ' 示例 [2026] 第008号', title: '示例表扬决定', issuedOn: '2026-05-01' },
    issuer: globalId('Organization', department.id),
  };
  const decided = await municipal.does(
    'shortlistDecide',
    decision,
    `${ERROR} ... on ShortlistDecidePayload { shortlist { status version nextActions decision { docNo title kind nature issuedOn
      issuer { id } awardGrants(orderBy: { field: GRANTED_ON }) { nodes { grantedOn status awardType { nature } project { id }
        standingRow { rank total entry { id } } } } } } }`,
  );
  expect(decided).toMatchObject({
    shortlist: {
      ...{ status: 'DECIDED', version: 6, nextActions: [] },
      decision: {
        ...{ docNo: '示例〔2026〕8号', title: '示例表扬决定', kind: 'PRAISE', nature: 'PRAISE' },
        ...{ issuedOn: '2026-05-01', issuer: { id: globalId('Organization', department.id) } },
      },
    },
  });
  const { nodes } = (decided as never as { shortlist: { decision: { awardGrants: { nodes: object[] } } } })
    .shortlist.decision.awardGrants;
  const grantOf = (n: number, rank: number, total: string) => ({
    ...{ grantedOn: '2026-05-01', status: 'EFFECTIVE', awardType: { nature: 'PRAISE' } },
    project: { id: globalId('Project', entrants[n]!.entry.projectId!) },
    standingRow: { rank, total, entry: { id: globalId('Entry', entrants[n]!.entry.id) } },
  });
  expect(nodes.length).toBe(3);
  expect(nodes).toEqual(
    expect.arrayContaining([grantOf(0, 1, '100'), grantOf(1, 2, '95'), grantOf(2, 2, '95')]),
  );
  expect(await todo()).toEqual([]);
  expect(await conclude()).toEqual({ __typename: 'CompetitionConcludePayload' });
  expect(await read(app.ask, id)).toEqual({ status: 'DECIDED', candidates: drawn.slice(0, 3) });
});

test('a competition in which nobody is to be praised is concluded as before', async () => {
  const { competition, shortlist } = await all.drafted(1, '60');
  await comesTo(competition.id, 'NOTICE');
  const input = async () => {
    const { version } = await prisma.competition.findUniqueOrThrow({ where: { id: competition.id } });
    return { id: globalId('Competition', competition.id), version };
  };
  expect(await office.does('competitionConclude', await input())).toEqual({ __typename: 'IncompleteError' });
  const { id, version } = shortlist;
  await does(office, 'shortlistWithdraw', { id, version, opinion: '示例不再表扬' });
  expect(await office.does('competitionConclude', await input())).toEqual({
    __typename: 'CompetitionConcludePayload',
  });
});
