import { expect } from 'vitest';
import { gives, refusal } from './doing.ts';
import type { Cast } from './join.ts';
import { candidateOf, list } from './listing.ts';
import type { Competition } from './prepare.ts';

const [BRIDGE, POWER, RAIL, WATER] = ['示例路桥公司', '示例电力公司', '示例铁路公司', '示例水务公司'];
const LIST = 'shortlist { id version status nextActions quotaRules { nodes { ordinal places available } } }';
/** Whom the rules speak for, and against whom. */
export const FOR = {
  bridge: `1 ${BRIDGE} 93 in: RANKED_IN_QUOTA 1 of 1`,
  power: `2 ${POWER} 86.75 in: RANKED_IN_QUOTA 1 of 2`,
  rail: `2 ${RAIL} 86.75 in: RANKED_IN_QUOTA 1 of 2`,
};
export const AGAINST = `- ${WATER} - out: UNRANKED, SUMMARY_MISSING 0 of 2`;
/** A list in the order of its lines. */
export const listed = (head: string, ...lines: string[]) => [head, ...lines.toSorted()];

interface List {
  readonly id: string;
  readonly version: number;
}

/** By the year's standing: one project, and so many teams as are equal, with the reasons for each and against. */
export async function draw(cast: Cast, competition: Competition, standing: string): Promise<string> {
  const { people, app } = cast;
  const { office, colleague, east, bridge } = people;
  const { project, team } = await awards(cast);
  const rules = (places: number, minTotal: string) => ({
    standing,
    rules: [
      { awardType: project, track: competition.projects, places: 1 },
      { awardType: team, track: competition.teams, places, minTotal },
    ],
  });
  expect(await refusal(east, 'shortlistDraw', rules(2, '80'))).toMatchObject({ code: 'FORBIDDEN' });
  expect(
    await refusal(office, 'shortlistDraw', rules(1, '80'), '... on QuotaTieError { rule rank have need }'),
  ).toEqual({
    ...{ code: 'QUOTA_TIE', path: ['rules', '1', 'places'], rule: 2, rank: 2, have: 1, need: 2 },
  });
  const { shortlist } = await gives<{ shortlist: List }>(office, 'shortlistDraw', rules(2, '90'), LIST);
  const { id } = shortlist;
  expect(shortlist).toEqual({
    ...{ id, version: 1, status: 'DRAFT' },
    nextActions: ['DRAW', 'EXCLUDE', 'INCLUDE', 'SUBMIT', 'WITHDRAW'],
    quotaRules: {
      nodes: [
        { ordinal: 1, places: 1, available: 1 },
        { ordinal: 2, places: 2, available: 2 },
      ],
    },
  });
  const below = [POWER, RAIL].map((name) => `2 ${name} 86.75 out: BELOW_THRESHOLD 86.75 of 90`);
  expect(await list(office, id)).toEqual(
    listed('DRAFT, version 1, candidates 4', FOR.bridge, ...below, AGAINST),
  );
  await gives(colleague, 'shortlistDraw', { ...rules(2, '80'), version: 1 }, LIST);
  const drawn = listed('DRAFT, version 2, candidates 4', FOR.bridge, FOR.power, FOR.rail, AGAINST);
  expect(await list(office, id)).toEqual(drawn);
  expect([await list(app, id), await list(bridge, id), await list(east, id)]).toEqual([null, null, null]);

  const candidate = await candidateOf(office, id, WATER!);
  const taken = { id, version: 2, candidate, opinion: '示例' };
  expect(await refusal(office, 'shortlistInclude', taken, '... on CandidateBarredError { reasons }')).toEqual(
    { code: 'CANDIDATE_BARRED', path: ['candidate'], reasons: ['UNRANKED'] },
  );
  await gives(office, 'shortlistSubmit', { id, version: 2 }, 'shortlist { version }');
  return id;
}

async function awards({ admin }: Cast): Promise<Record<'project' | 'team', string>> {
  const made = async (code: string, name: string, nameEn: string, recipientKind: string) => {
    const words = { code, name, nameEn, recipientKind, level: 'MUNICIPAL', nature: 'PRAISE' };
    const { awardType } = await gives<{ awardType: { id: string } }>(
      admin,
      'awardTypeCreate',
      words,
      'awardType { id }',
    );
    return awardType.id;
  };
  return {
    project: await made('example.project', '示例优胜项目', 'Example of a project', 'PROJECT'),
    team: await made('example.team', '示例优胜班组', 'Example of a team', 'COLLECTIVE'),
  };
}
