import { expect } from 'vitest';
import { history, todos } from './asking.ts';
import { gives, reads, refusal } from './doing.ts';
import type { Cast } from './join.ts';
import { FOUND } from './notice.ts';
import type { Competition } from './prepare.ts';

const DECISION = { title: '示例表扬决定', docNo: '示例 [2026] 第008号', issuedOn: '2026-08-07' };
const GRANTS = `awardGrants(orderBy: { field: GRANTED_ON }) { nodes { grantedOn status awardType { code nature }
  project { name } organization { name } teamName standingRow { rank total entry { entryNo } standing { id } } } }`;

/** Those who are left are praised, by somebody else than who settled the list: each by the rank it rests on. */
export async function praise(cast: Cast, shortlist: string, standing: string): Promise<void> {
  const { people, app, federation, at } = cast;
  const { office, municipal } = people;
  at('2026-08-07T09:00');
  const { water: _, ...waiting } = await todos(cast);
  const decides = ['Shortlist DECIDE, for 1 days'];
  expect(waiting).toEqual({ colleague: decides, municipal: decides });
  const input = { ...DECISION, id: shortlist, version: 5, issuer: federation };
  expect(await refusal(office, 'shortlistDecide', input)).toEqual({
    ...{ code: 'CONFLICT_OF_INTEREST', path: ['id'] },
  });
  expect(await refusal(municipal, 'shortlistDecide', { ...input, docNo: '无号' })).toEqual({
    ...{ code: 'INVALID', path: ['docNo'] },
  });
  expect(await refusal(municipal, 'shortlistDecide', { ...input, issuedOn: '2026-08-05' })).toEqual({
    ...{ code: 'INVALID', path: ['issuedOn'] },
  });
  const selection =
    'shortlist { status version nextActions decision { id docNo kind nature issuer { name } } }';
  const { shortlist: decided } = await gives<{ shortlist: { decision: { id: string } } }>(
    municipal,
    'shortlistDecide',
    input,
    selection,
  );
  const { id } = decided.decision;
  expect(decided).toEqual({
    ...{ status: 'DECIDED', version: 6, nextActions: [] },
    decision: {
      ...{ id, docNo: '示例〔2026〕8号', kind: 'PRAISE', nature: 'PRAISE' },
      issuer: { name: '示例市总工会' },
    },
  });
  await grantsArePublic(app, id, standing);
}

async function grantsArePublic(app: Cast['app'], id: string, standing: string): Promise<void> {
  const { node } = await reads<{ node: { awardGrants: { nodes: { teamName: string | null }[] } } }>(
    app,
    `query ($id: ID!) { node(id: $id) { ... on Decision { ${GRANTS} } } }`,
    { id },
  );
  const row = (rank: number, total: string, entryNo: string) => ({
    standingRow: { rank, total, entry: { entryNo }, standing: { id: standing } },
  });
  const given = { grantedOn: '2026-08-07', status: 'EFFECTIVE' };
  const byTeam = node.awardGrants.nodes.toSorted((one) => (one.teamName ? 1 : -1));
  expect(byTeam).toEqual([
    {
      ...{ ...given, awardType: { code: 'example.project', nature: 'PRAISE' }, teamName: null },
      ...{ project: { name: '示例跨海大桥' }, organization: null, ...row(1, '93', '2026-0002') },
    },
    {
      ...{ ...given, awardType: { code: 'example.team', nature: 'PRAISE' }, teamName: '示例输电二班' },
      ...{ project: null, organization: { name: '示例电力公司' }, ...row(2, '86.75', '2026-0001') },
    },
  ]);
}

/** It is over, with all that was done to it. */
export async function end(cast: Cast, competition: Competition, shortlist: string): Promise<void> {
  const { people, at } = cast;
  at('2026-08-10T09:00');
  expect(await competition.step('competitionConclude')).toEqual(['CONCLUDED', ['ARCHIVE']]);
  at('2026-12-31T09:00');
  expect(await competition.step('competitionArchive')).toEqual(['ARCHIVED', []]);
  expect(await todos(cast)).toEqual({});
  const by = 'office COMMITTEE_OFFICE';
  expect((await history(people.municipal, 'Competition', competition.id)).slice(-5)).toEqual([
    `2026-07-13T01:00 BEGIN_SCORING RUNNING>SCORING ${by}`,
    `2026-07-28T01:00 FREEZE SCORING>FROZEN ${by}`,
    `2026-07-29T01:00 OPEN_NOTICE FROZEN>NOTICE ${by}`,
    `2026-08-10T01:00 CONCLUDE NOTICE>CONCLUDED ${by}`,
    `2026-12-31T01:00 ARCHIVE CONCLUDED>ARCHIVED ${by}`,
  ]);
  expect(await history(people.municipal, 'Shortlist', shortlist)).toEqual([
    `2026-07-28T01:00 START >DRAFT ${by}`,
    '2026-07-28T01:00 DRAW DRAFT>DRAFT colleague COMMITTEE_OFFICE',
    `2026-07-28T01:00 SUBMIT DRAFT>SUBMITTED ${by}`,
    `2026-07-29T01:00 NOTICE SUBMITTED>NOTICED ${by}`,
    `2026-07-31T01:00 UPHOLD NOTICED>NOTICED municipal MUNICIPAL_OFFICER: ${FOUND.upheld}`,
    '2026-08-07T01:00 DECIDE NOTICED>DECIDED municipal MUNICIPAL_OFFICER',
  ]);
}
