import { expect } from 'vitest';
import { todos } from './asking.ts';
import { gives, refusal } from './doing.ts';
import type { Cast, Competing } from './join.ts';
import { kept, live } from './playing.ts';
import type { Competition } from './prepare.ts';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

const OVERDUE = [
  '示例水务公司 第一阶段 SAVE, for 69 days, overdue since 2026-05-06',
  '示例水务公司 第二阶段 SAVE, for 2 days, overdue since 2026-07-10',
].map((each) => `StageSummary ${each}`);

/** The committee meets, looks at how the first stage stands, and hands something out. */
export async function meet(cast: Cast, competition: Competition, competing: Competing): Promise<string> {
  const { people, at } = cast;
  at('2026-07-15T09:00');
  const meeting = await hold(cast);
  const snapshot = await look(cast, competition, meeting.id);
  await handOut(cast, competing, meeting.id);
  const seen = { id: meeting.id, version: meeting.version };
  expect(await refusal(people.office, 'meetingClose', seen, '... on IncompleteError { missing }')).toEqual({
    ...{ code: 'INCOMPLETE', path: ['id'], missing: ['minutes'] },
  });
  const minuted = { ...seen, minutes: '示例纪要:加快进度' };
  const { meeting: edited } = await gives<{ meeting: Versioned }>(
    people.office,
    'meetingEdit',
    minuted,
    'meeting { id version }',
  );
  expect(
    await gives(people.office, 'meetingClose', edited, 'meeting { status minutes nextActions }'),
  ).toEqual({ meeting: { status: 'CLOSED', minutes: '示例纪要:加快进度', nextActions: [] } });
  return snapshot;
}

/** A committee of the city with the federation and a department in it; who has no seat is not among those who attend. */
async function hold({ people, region, regions, federation, bureau, units }: Cast): Promise<Versioned> {
  const { office } = people;
  const { committee } = await gives<{ committee: { id: string } }>(
    office,
    'committeeCreate',
    {
      ...{ name: '示例市劳动竞赛委员会', level: 'MUNICIPAL', region: region(regions.city) },
      ...{ office: federation, docPrefix: '示劳赛委', validFrom: '2026-01-01' },
    },
    'committee { id }',
  );
  for (const organization of [federation, bureau]) {
    const seat = { committee: committee.id, organization, post: 'MEMBER', validFrom: '2026-01-01' };
    await gives(office, 'committeeMemberAdd', seat, 'committeeMember { id }');
  }
  const { meeting } = await gives<{ meeting: Versioned }>(
    office,
    'meetingPlan',
    {
      ...{ committee: committee.id, title: '示例推进会', kind: 'SITE', heldAt: '2026-07-15T01:00:00Z' },
      agenda: '示例议程',
    },
    'meeting { id version }',
  );
  const held = (...attendances: object[]) => ({ ...meeting, heldAt: '2026-07-15T01:00:00Z', attendances });
  const federationIs = { organization: federation, presence: 'PRESENT' };
  const bureauIs = { organization: bureau, presence: 'REPRESENTED', note: '示例代表' };
  expect(
    await refusal(
      office,
      'meetingHold',
      held(federationIs, { organization: units.rail, presence: 'PRESENT' }),
      '... on NoSeatError { organization }',
    ),
  ).toEqual({
    ...{ code: 'NO_SEAT', path: ['attendances', '1', 'organization'] },
    organization: '示例铁路公司',
  });
  const asked = `meeting { id version status nextActions
    attendances { nodes { organization { name } presence note } } }`;
  const { meeting: now } = await gives<{ meeting: Versioned }>(
    office,
    'meetingHold',
    held(federationIs, bureauIs),
    asked,
  );
  expect(now).toEqual({
    ...{ id: meeting.id, version: 2, status: 'HELD', nextActions: ['EDIT', 'SNAPSHOT', 'CLOSE'] },
    attendances: {
      nodes: [
        { organization: { name: '示例市总工会' }, presence: 'PRESENT', note: null },
        { organization: { name: '示例市住房城乡建设局' }, presence: 'REPRESENTED', note: '示例代表' },
      ],
    },
  });
  return now;
}

/** How the first stage stands on the day of the meeting, with one that is vetoed and one that has not summed up. */
export const STANDS = {
  ...{ entries: 4, active: 3, vetoed: 1, headcount: 400, averageTotal: '87.09', movers: [] },
  summaries: { total: 4, notDue: 0, due: 1, overdue: 1, submitted: 0, accepted: 3, waived: 0 },
  byRegion: [
    {
      ...{ region: { name: '示例东区' }, entries: 2, active: 2, vetoed: 0, headcount: 200 },
      ...{ averageTotal: '89.69', overdue: 0 },
    },
    {
      ...{ region: { name: '示例西县' }, entries: 2, active: 1, vetoed: 1, headcount: 200 },
      ...{ averageTotal: '81.88', overdue: 1 },
    },
  ],
  vetoes: [{ entry: { entryNo: '2026-0001' }, reason: 'SAFETY_ACCIDENT', occurredOn: '2026-07-09' }],
};

async function look({ people }: Cast, { id: competition, spring }: Competition, id: string): Promise<string> {
  const { office, municipal, bridge } = people;
  const input = { id, competition, stage: spring };
  const { snapshot } = await gives<{ snapshot: { id: string } }>(
    office,
    'meetingSnapshot',
    input,
    'snapshot { id takenAt stage { name } competition { id } }',
  );
  const takenAt = '2026-07-15T01:00:00.000Z';
  expect(snapshot).toEqual({
    ...{ id: snapshot.id, takenAt, stage: { name: '第一阶段' }, competition: { id: competition } },
  });
  const stands = { asOf: takenAt, ...STANDS };
  expect(await kept(municipal, snapshot.id)).toEqual(stands);
  expect(await live(municipal, competition, spring)).toEqual(stands);
  // A unit counts what it may see: no summaries but its own, and none of the vetoes.
  expect(await kept(bridge, snapshot.id)).toBeNull();
  return snapshot.id;
}

/** Something is handed to a unit, which reports it done; somebody else confirms it. */
async function handOut(cast: Cast, { rail: entry }: Competing, meeting: string): Promise<void> {
  const { people, units } = cast;
  const { office, colleague, rail, power } = people;
  const { actionItem: item } = await gives<{ actionItem: Versioned }>(
    office,
    'actionItemAdd',
    { meeting, entry, owner: units.rail, text: '示例:报送赶工措施', dueOn: '2026-07-24' },
    'actionItem { id version }',
  );
  const closes = ['CommitteeMeeting 示例推进会 CLOSE, for 0 days'];
  expect(await todos(cast)).toEqual({
    ...{ office: closes, colleague: closes, water: OVERDUE },
    rail: ['ActionItem 示例铁路公司 REPORT, for 0 days, by 2026-07-24'],
  });
  const report = { ...item, report: '示例:已增加作业面' };
  expect(await refusal(power, 'actionItemReport', report)).toEqual({ code: 'NOT_FOUND', path: ['id'] });
  const asked = 'actionItem { id version status report isOverdue }';
  const { actionItem: done } = await gives<{ actionItem: Versioned }>(
    rail,
    'actionItemReport',
    report,
    asked,
  );
  expect(done).toEqual({
    ...{ id: item.id, version: 2, status: 'DONE', report: report.report, isOverdue: false },
  });
  const confirms = [...closes, 'ActionItem 示例铁路公司 CONFIRM, for 0 days'];
  expect(await todos(cast)).toEqual({ office: confirms, colleague: confirms, water: OVERDUE });
  const seen = { id: item.id, version: 2 };
  expect(await refusal(rail, 'actionItemConfirm', seen)).toEqual({ code: 'FORBIDDEN', path: [] });
  expect(await gives(colleague, 'actionItemConfirm', seen, 'actionItem { status nextActions }')).toEqual({
    actionItem: { status: 'CONFIRMED', nextActions: [] },
  });
}
