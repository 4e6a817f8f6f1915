import { expect } from 'vitest';
import type { Asking } from './asking.ts';
import { gives, reads, refusal } from './doing.ts';
import type { Cast, Competing } from './join.ts';
import { live } from './playing.ts';
import type { Competition } from './prepare.ts';
import { compute, publish, published, type Standing, table } from './ranking.ts';
import type { Criteria } from './scheme.ts';
import { sheetsOf } from './scoring.ts';

const [BRIDGE, POWER, RAIL, WATER] = ['示例路桥公司', '示例电力公司', '示例铁路公司', '示例水务公司'];
/** Why the office corrects what it confirmed. */
export const CORRECTED = '漏计创新成果得分';

const FIRST = [
  ...[`1 ${BRIDGE} 94.5`, `2 ${POWER} 81.88 12.62 to the next`, `3 ${RAIL} 80.88 1 to the next`],
  `MISSING_SCORE ${WATER}`,
];
const SECOND = [
  ...[`1 ${BRIDGE} 94.5`, `2 ${RAIL} 84.88 9.62 to the next`, `3 ${POWER} 81.88 3 to the next`],
  `MISSING_SCORE ${WATER}`,
];

/** The standing of the first stage is published, and once more after a correction: both remain. */
export async function rankSpring(
  cast: Cast,
  competition: Competition,
  competing: Competing,
  criteria: Criteria,
): Promise<string> {
  const one = await ranked(cast, competition);
  await isExplained(cast, one.id);
  await isCorrected(cast, competing, criteria);
  return takenUp(cast, competition, one);
}

async function ranked(cast: Cast, { id, spring }: Competition): Promise<Standing> {
  const { people, app, at } = cast;
  const { office, municipal, east, bridge } = people;
  at('2026-05-13T09:00');
  const input = { competition: id, stage: spring };
  expect(await refusal(municipal, 'standingCompute', input, '... on ForbiddenError { needs }')).toEqual({
    ...{ code: 'FORBIDDEN', path: [], needs: ['ADMIN', 'COMMITTEE_OFFICE'] },
  });
  const draft = await compute(office, id, spring);
  expect(await table(office, draft.id)).toEqual(['DRAFT, version 1, rows 4', ...FIRST]);
  // Before it is published it is there for nobody else.
  const others = [app, bridge, east, people.first].map((who) => table(who, draft.id));
  expect(await Promise.all(others)).toEqual([null, null, null, null]);
  const means = () => Promise.all([app, bridge, office].map((who) => meanOf(who, id, spring)));
  expect(await means()).toEqual([null, null, '85.75']);
  at('2026-05-14T09:00');
  expect(await publish(office, draft)).toEqual(published({}));
  const all = ['PUBLISHED, version 1, rows 4', ...FIRST];
  for (const who of [app, bridge, east, people.first]) expect(await table(who, draft.id)).toEqual(all);
  expect(await means()).toEqual(['85.75', '85.75', '85.75']);
  return draft;
}

/** The mean of what somebody may see. */
async function meanOf(who: Pick<Asking, 'ask'>, id: string, stage: string): Promise<string | null> {
  return ((await live(who, id, stage)) as { averageTotal: string | null }).averageTotal;
}

/** What the total of the first one rests on is there for everybody. */
async function isExplained({ app }: Cast, id: string): Promise<void> {
  const { standing } = await reads<{ standing: { rows: { nodes: object[] } } }>(
    app,
    `query ($id: ID!) { standing(id: $id) { rows(first: 1) { nodes { breakdown {
      criterion { code } stage { name } weight self assessed confirmed maxPoints } } } } }`,
    { id },
  );
  const lines = [
    ...['A 10 9 9 10', 'B 20 18 18 20', 'C 20 17.5 17.5 20', 'D 20 19 19 20', 'E 15 13 13 15'],
    ...['F 5 4.5 4.5 5', 'G 5 4.5 4.5 5', 'H 5 4 4 5', 'I 5 4 4 5', 'J null 0 0 10', 'K 3 2 2 3'],
  ];
  const breakdown = lines.map((line) => {
    const [code, self, assessed, confirmed, maxPoints] = line.split(' ');
    return {
      ...{ criterion: { code }, stage: { name: '第一阶段' }, weight: '1' },
      ...{ self: self === 'null' ? null : self, assessed, confirmed, maxPoints },
    };
  });
  expect(standing.rows.nodes).toEqual([{ breakdown }]);
}

/** What was published is replaced, and says why; the one before stays as it was. */
async function isCorrected(cast: Cast, { rail, power }: Competing, criteria: Criteria): Promise<void> {
  const { people, at } = cast;
  const { office } = people;
  at('2026-05-18T09:00');
  const { node } = await reads<{ node: { scoreSheets: { nodes: { id: string; version: number }[] } } }>(
    office,
    `query ($id: ID!) { node(id: $id) { ... on Entry { scoreSheets(filter: { kind: [CONFIRMED] }) {
      nodes { id version } } } } }`,
    { id: rail },
  );
  const sheet = node.scoreSheets.nodes[0]!;
  expect(node.scoreSheets.nodes).toEqual([{ id: sheet.id, version: 2 }]);
  const change = { ...sheet, items: [{ criterion: criteria.E, points: '13.25' }] };
  expect(await refusal(office, 'scoreSheetCorrect', change)).toEqual({
    ...{ code: 'OPINION_REQUIRED', path: ['opinion'] },
  });
  const stale = { ...change, version: 1, opinion: CORRECTED };
  expect(
    await refusal(office, 'scoreSheetCorrect', stale, '... on VersionConflictError { currentVersion }'),
  ).toEqual({ code: 'CONFLICT', path: ['version'], currentVersion: 2 });
  const selection = 'scoreSheet { status revision total reason supersedes { id status total } }';
  expect(await gives(office, 'scoreSheetCorrect', { ...change, opinion: CORRECTED }, selection)).toEqual({
    scoreSheet: {
      ...{ status: 'CONFIRMED', revision: 2, total: '84.88', reason: CORRECTED },
      supersedes: { id: sheet.id, status: 'SUPERSEDED', total: '80.88' },
    },
  });
  // Until a standing takes it up, those outside know the one before.
  const before = ['第一阶段 CONFIRMED SUPERSEDED 80.88', '1 in all'];
  const { rail: unit, public: all, first, power: other } = await sheetsOf(cast, rail);
  expect({ unit, all, other, first }).toEqual({
    ...{ unit: before, all: before, other: before },
    first: ['第一阶段 ASSESSOR first SUBMITTED 80.63', ...before.slice(0, 1), '2 in all'],
  });
  expect((await sheetsOf(cast, power)).public).toEqual(['第一阶段 CONFIRMED PUBLISHED 81.88', '1 in all']);
}

async function takenUp(cast: Cast, { id, spring }: Competition, before: Standing): Promise<string> {
  const { people, app, at } = cast;
  const { office } = people;
  at('2026-05-19T09:00');
  const after = await compute(office, id, spring);
  expect(await publish(office, after)).toEqual(published({ revision: 2, supersedes: { id: before.id } }));
  expect(await table(app, after.id)).toEqual(['PUBLISHED, version 2, rows 4', ...SECOND]);
  expect(await table(app, before.id)).toEqual(['SUPERSEDED, version 1, rows 4', ...FIRST]);
  return after.id;
}
