import { expect } from 'vitest';
import { type Asking, todos } from './asking.ts';
import { gives, reads, refusal } from './doing.ts';
import { AGAINST, FOR, listed } from './draw.ts';
import type { Cast } from './join.ts';
import { candidateOf, list } from './listing.ts';
import type { Competition } from './prepare.ts';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

const WORDS = { title: '示例拟表扬对象公示', text: '示例公示内容', scope: 'CITY' };
/** What comes of the objections. */
export const FOUND = { upheld: '示例查实:人数不符', dismissed: '示例查无实据' };

/** The list is put up for five working days. */
export async function post(cast: Cast, competition: Competition, shortlist: string): Promise<string> {
  const { people, app, at } = cast;
  const { office } = people;
  const input = { ...WORDS, shortlist };
  expect(await refusal(office, 'noticeOpen', input, '... on StateError { from possible }')).toMatchObject({
    ...{ code: 'INVALID_STATE', path: ['shortlist'], from: 'FROZEN' },
  });
  at('2026-07-29T09:00');
  expect(await competition.step('competitionOpenNotice')).toEqual([
    'NOTICE',
    ['UPDATE', 'CONCLUDE', 'SUSPEND', 'CANCEL'],
  ]);
  const short = { ...input, workingDays: 4 };
  expect(await refusal(office, 'noticeOpen', short, '... on NoticePeriodError { have least most }')).toEqual({
    ...{ code: 'NOTICE_PERIOD', path: ['workingDays'], have: 4, least: 5, most: 30 },
  });
  const { notice } = await gives<{ notice: Versioned }>(
    office,
    'noticeOpen',
    input,
    'notice { id version status opensOn closesOn workingDays shortlist { status version } }',
  );
  expect(notice).toEqual({
    ...{ id: notice.id, version: 1, status: 'OPEN', opensOn: '2026-07-29', closesOn: '2026-08-05' },
    ...{ workingDays: 5, shortlist: { status: 'NOTICED', version: 4 } },
  });
  // Everybody sees who is to be praised, and nobody else who was considered.
  const shown = listed('NOTICED, version 4, candidates 3', FOR.bridge, FOR.power, FOR.rail);
  for (const who of [app, people.water, people.east]) expect(await list(who, shortlist)).toEqual(shown);
  expect(await concluding(cast, competition)).toEqual(['notice', 'decision']);
  return notice.id;
}

/** What is still missing before the competition can be concluded. */
async function concluding({ people: { office } }: Cast, { id }: Competition): Promise<unknown> {
  const { competition } = await reads<{ competition: Versioned }>(
    office,
    'query ($id: ID!) { competition(id: $id) { id version } }',
    { id },
  );
  const facts = '... on IncompleteError { missing }';
  const { missing } = (await refusal(office, 'competitionConclude', competition, facts)) as {
    missing: string[];
  };
  return missing;
}

/** Two object: one is right, and a candidate loses the place; the other one is not. */
export async function object(cast: Cast, competition: Competition, shortlist: string, notice: string) {
  const { people, guest, at } = cast;
  const { office, municipal, rail, port } = people;
  at('2026-07-31T09:00');
  const citizen = await guest('citizen');
  const raise = (who: typeof citizen, more: object) => {
    const input = { notice, text: '示例异议', objectorName: '示例异议人', ...more };
    return gives<{ objection: Versioned | null }>(who, 'objectionRaise', input, 'objection { id version }');
  };
  const candidate = await candidateOf(office, shortlist, '示例铁路公司');
  // Whoever had no record before is known from the next request on.
  expect(await raise(citizen, { candidate })).toEqual({ objection: null });
  const { objections } = await reads<{ objections: { nodes: [Versioned] } }>(
    citizen,
    '{ objections { nodes { id version } } }',
    {},
  );
  const [right] = objections.nodes;
  const wrong = (await raise(port, {})).objection!;
  await nobodyKnowsWho(cast, citizen, right.id);
  const waits = Array(2).fill('Objection HANDLE, for 0 days');
  const { water: _, ...waiting } = await todos(cast);
  expect(waiting).toEqual({ office: waits, colleague: waits, municipal: waits });
  const upheld = { ...right, finding: FOUND.upheld, outcome: 'UPHELD' };
  expect(await refusal(rail, 'objectionHandle', upheld)).toEqual({ code: 'NOT_FOUND', path: ['id'] });
  expect(await refusal(port, 'objectionHandle', { ...upheld, ...wrong })).toEqual({
    ...{ code: 'FORBIDDEN', path: [] },
  });
  const asked = 'objection { status outcome finding nextActions }';
  expect(await gives(municipal, 'objectionHandle', upheld, asked)).toEqual({
    objection: { status: 'CLOSED', outcome: 'UPHELD', finding: FOUND.upheld, nextActions: [] },
  });
  const lost = `${FOR.rail.replace(' in: ', ' out: ')}, OBJECTION_UPHELD (${FOUND.upheld})`;
  expect(await list(office, shortlist)).toEqual(
    listed('NOTICED, version 5, candidates 4', FOR.bridge, FOR.power, lost, AGAINST),
  );
  expect(await list(rail, shortlist)).toEqual(
    listed('NOTICED, version 5, candidates 2', FOR.bridge, FOR.power),
  );
  await close(cast, competition, notice, wrong);
}

async function nobodyKnowsWho({ people, app }: Cast, citizen: Asking, id: string): Promise<void> {
  const query = 'query ($id: ID!) { objection(id: $id) { objectorName candidate { id } } }';
  const names = [];
  for (const who of [app, people.rail, people.port, people.first, citizen, people.municipal]) {
    const { objection } = await reads<{ objection: { objectorName: string } | null }>(who, query, { id });
    names.push(objection?.objectorName ?? null);
  }
  expect(names).toEqual([null, null, null, null, '示例异议人', '示例异议人']);
}

/** Not before its last day is over, nor while an objection waits. */
async function close(cast: Cast, competition: Competition, id: string, wrong: Versioned): Promise<void> {
  const { people, at } = cast;
  const { office, colleague, port } = people;
  const seen = { id, version: 1 };
  at('2026-08-05T23:59');
  expect(await refusal(office, 'noticeClose', seen, '... on DeadlineError { deadline }')).toEqual({
    ...{ code: 'DEADLINE', path: ['id'], deadline: '2026-08-05T16:00:00.000Z' },
  });
  at('2026-08-06T09:00');
  const late = { notice: id, text: '示例', objectorName: '示例' };
  expect(await refusal(port, 'objectionRaise', late, '... on DeadlineError { deadline }')).toEqual({
    ...{ code: 'DEADLINE', path: ['notice'], deadline: '2026-08-05T16:00:00.000Z' },
  });
  expect(await refusal(office, 'noticeClose', seen, '... on OpenObjectionsError { open }')).toEqual({
    ...{ code: 'OPEN_OBJECTIONS', path: ['id'], open: 1 },
  });
  expect(await concluding(cast, competition)).toEqual(['notice', 'objections', 'decision']);
  const dismissed = { ...wrong, finding: FOUND.dismissed, outcome: 'DISMISSED' };
  expect(await gives(colleague, 'objectionHandle', dismissed, 'objection { status outcome }')).toEqual({
    objection: { status: 'CLOSED', outcome: 'DISMISSED' },
  });
  const closes = ['PublicNotice 示例拟表扬对象公示 CLOSE, for 0 days'];
  const { water: _, ...waiting } = await todos(cast);
  expect(waiting).toEqual({ office: closes, colleague: closes, municipal: closes });
  expect(await gives(office, 'noticeClose', seen, 'notice { status nextActions }')).toEqual({
    notice: { status: 'CLOSED', nextActions: [] },
  });
  expect(await concluding(cast, competition)).toEqual(['decision']);
}
