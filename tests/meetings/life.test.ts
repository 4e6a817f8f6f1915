import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { done, of, scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await scene(app, signIn);
const { here, committee, department, office, unit } = all;

test('a meeting is planned, held with minutes, looks at a competition, hands things out, and is closed', async () => {
  const planned = await done(
    office,
    'meetingPlan',
    {
      ...{ committee: of('Committee', committee), title: ' 示例碰头会 ', kind: 'GET_TOGETHER' },
      ...{ heldAt: '2026-05-01T11:00:00Z', agenda: '示例议程' },
    },
    'id title kind heldAt agenda minutes committee { id } nextActions',
  );
  const id = planned.id as string;
  expect(planned).toEqual({
    ...{ id, title: '示例碰头会', kind: 'GET_TOGETHER', heldAt: '2026-05-01T11:00:00.000Z' },
    ...{ agenda: '示例议程', minutes: null, status: 'PLANNED', version: 1 },
    committee: { id: of('Committee', committee) },
    nextActions: ['EDIT', 'HOLD', 'CANCEL'],
  });
  const edited = await done(
    office,
    'meetingEdit',
    { id, version: 1, agenda: null, kind: 'SITE' },
    'agenda kind',
  );
  expect(edited).toEqual({ status: 'PLANNED', version: 2, agenda: null, kind: 'SITE' });
  const person = await app.person({ employerId: department.id });
  const organization = of('Organization', department);
  const held = await done(
    office,
    'meetingHold',
    {
      ...{ id, version: 2, heldAt: '2026-05-01T11:30:00Z' },
      attendances: [
        { organization, person: of('Person', person), presence: 'REPRESENTED', note: '示例代表' },
        { organization, presence: 'ABSENT' },
      ],
    },
    `heldAt minutes nextActions
      attendances { nodes { ordinal presence note organization { id } person { id } } }`,
  );
  expect(held).toEqual({
    ...{ status: 'HELD', version: 3, heldAt: '2026-05-01T11:30:00.000Z', minutes: null },
    nextActions: ['EDIT', 'SNAPSHOT', 'CLOSE'],
    attendances: {
      nodes: [
        {
          ...{ ordinal: 1, presence: 'REPRESENTED', note: '示例代表', organization: { id: organization } },
          person: { id: of('Person', person) },
        },
        { ordinal: 2, presence: 'ABSENT', note: null, organization: { id: organization }, person: null },
      ],
    },
  });

  const competition = await app.competition({ status: 'RUNNING', regionId: here.county.id });
  const entry = await app.entry({
    competitionId: competition.id,
    status: 'ACTIVE',
    regionId: here.county.id,
  });
  const item = await done(
    office,
    'actionItemAdd',
    {
      ...{ meeting: id, text: '示例整改', owner: of('Organization', here.unit), dueOn: '2026-05-02' },
      entry: of('Entry', entry),
    },
    'id dueOn isOverdue owner { id } competition { id } entry { id } nextActions',
  );
  expect(item).toEqual({
    ...{ id: item.id, status: 'OPEN', version: 1, dueOn: '2026-05-02', isOverdue: false },
    owner: { id: of('Organization', here.unit) },
    competition: { id: of('Competition', competition) },
    entry: { id: of('Entry', entry) },
    nextActions: ['CANCEL'],
  });
  const step = (who: typeof unit, action: string, version: number, more: object = {}) =>
    done(who, `actionItem${action}`, { id: item.id, version, ...more }, 'report nextActions');
  expect(await step(unit, 'Report', 1, { report: '初报' })).toEqual({
    ...{ status: 'DONE', version: 2, report: '初报', nextActions: [] },
  });
  expect(await step(office, 'Reopen', 2, { opinion: '未完成' })).toEqual({
    ...{ status: 'OPEN', version: 3, report: '初报', nextActions: ['CANCEL'] },
  });
  expect(await step(unit, 'Report', 3, { report: '已整改' })).toMatchObject({ status: 'DONE', version: 4 });
  expect(await step(office, 'Confirm', 4)).toEqual({
    ...{ status: 'CONFIRMED', version: 5, report: '已整改', nextActions: [] },
  });

  const minuted = await done(office, 'meetingEdit', { id, version: 3, minutes: '示例纪要' }, 'minutes');
  expect(minuted).toEqual({ status: 'HELD', version: 4, minutes: '示例纪要' });
  const closed = await done(office, 'meetingClose', { id, version: 4 }, 'closedAt nextActions');
  expect(closed).toEqual({
    ...{ status: 'CLOSED', version: 5, closedAt: '2026-05-01T12:00:00.000Z', nextActions: [] },
  });

  const { data } = await office.ask(
    `query ($id: ID!, $item: ID!) {
      node(id: $id) { ... on CommitteeMeeting { events { nodes { action fromState toState } } } }
      actionItem(id: $item) { events { nodes { action fromState toState opinion actorRole } } } }`,
    { id, item: item.id },
  );
  const event = (action: string, fromState: string | null, toState: string, more: object = {}) => ({
    ...{ action, fromState, toState, ...more },
  });
  const by = (actorRole: string, opinion: string | null) => ({ actorRole, opinion });
  expect(data).toEqual({
    node: {
      events: {
        nodes: [
          event('PLAN', null, 'PLANNED'),
          event('EDIT', 'PLANNED', 'PLANNED'),
          event('HOLD', 'PLANNED', 'HELD'),
          event('EDIT', 'HELD', 'HELD'),
          event('CLOSE', 'HELD', 'CLOSED'),
        ],
      },
    },
    actionItem: {
      events: {
        nodes: [
          event('ADD', null, 'OPEN', by('COMMITTEE_OFFICE', null)),
          event('REPORT', 'OPEN', 'DONE', by('UNIT_OFFICER', '初报')),
          event('REOPEN', 'DONE', 'OPEN', by('COMMITTEE_OFFICE', '未完成')),
          event('REPORT', 'OPEN', 'DONE', by('UNIT_OFFICER', '已整改')),
          event('CONFIRM', 'DONE', 'CONFIRMED', by('COMMITTEE_OFFICE', null)),
        ],
      },
    },
  });
});

test('a meeting that is not held can be canceled, with a reason', async () => {
  const { id } = await all.meeting();
  const input = { id: of('CommitteeMeeting', { id }), version: 1, opinion: ' 改期 ' };
  expect(await done(office, 'meetingCancel', input, 'reason cancelledAt')).toEqual({
    ...{ status: 'CANCELLED', version: 2, reason: '改期', cancelledAt: '2026-05-01T12:00:00.000Z' },
  });
});

test('an item is overdue once its last day is over in China and nobody reported it', async () => {
  const overdue = async (data: object) => {
    const { id } = await all.item(data);
    const { data: answer } = await office.ask<{ actionItem: { isOverdue: boolean } }>(
      `query ($id: ID!) { actionItem(id: $id) { isOverdue } }`,
      { id: of('ActionItem', { id }) },
    );
    return { id, isOverdue: answer!.actionItem.isOverdue };
  };
  // It is 1 May, 20:00.
  const [yesterday, today] = [new Date('2026-04-30'), new Date('2026-05-01')];
  const late = await overdue({ dueOn: yesterday });
  const cases = [
    late,
    await overdue({ dueOn: today }),
    await overdue({ dueOn: yesterday, status: 'DONE' }),
    await overdue({ dueOn: yesterday, status: 'CANCELLED' }),
  ];
  expect(cases.map(({ isOverdue }) => isOverdue)).toEqual([true, false, false, false]);
  const { data } = await office.ask('{ actionItems(filter: { isOverdue: true }) { nodes { id } } }');
  expect(data).toEqual({ actionItems: { nodes: [{ id: of('ActionItem', late) }] } });
});
