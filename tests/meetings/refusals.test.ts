import { describe, expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { of, refused, scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await scene(app, signIn);
const { here, there, committee, department, office, seated, stranger } = all;

type Case = readonly [what: string, is: string, () => Promise<string>];
const cases = (list: readonly Case[]) =>
  test.each(list)('%s: %s', async (_what, is, tried) => expect(await tried()).toBe(is));

const NOWHERE = of('Region', { id: '00000000-0000-4000-8000-000000000000' });
const ID_NUMBER = '11010519491231002X';

const plan = (who: typeof office, more: object = {}) =>
  refused(who, 'meetingPlan', {
    ...{ committee: of('Committee', committee), title: '示例', kind: 'SPECIAL' },
    ...{ heldAt: '2026-05-09T01:00:00Z', ...more },
  });
const ended = await app.committee({ regionId: here.city.id, validTo: new Date('2026-05-09') });

describe('meetingPlan', () => {
  cases([
    ['no committee', 'NotFoundError committee', () => plan(office, { committee: NOWHERE })],
    ['by a department', 'ForbiddenError committee', () => plan(seated)],
    ['by a supervisor', 'ForbiddenError committee', () => plan(all.supervisor)],
    ['by the office of another city', 'ForbiddenError committee', () => plan(stranger)],
    ['without a title', 'InvalidError title', () => plan(office, { title: ' ' })],
    ['with the number of a person', 'InvalidError agenda', () => plan(office, { agenda: ID_NUMBER })],
    [
      'of a committee that has ended by then',
      'AlreadyEndedError committee',
      () => plan(office, { committee: of('Committee', ended) }),
    ],
  ]);
});

type MeetingData = Parameters<typeof all.meeting>[0];
const onMeeting =
  (name: string, given: object = {}) =>
  async (data: MeetingData = {}, who = office, more: object = {}) => {
    const id = of('CommitteeMeeting', await all.meeting(data));
    return refused(who, name, { id, version: 1, ...given, ...more });
  };
const edit = onMeeting('meetingEdit', { agenda: '示例' });
const held = { status: 'HELD', minutes: '示例' } as const;

describe('meetingEdit', () => {
  cases([
    ['by who does not see it', 'NotFoundError id', () => edit({}, stranger)],
    ['by a department', 'ForbiddenError', () => edit({}, seated)],
    ['of another version', 'VersionConflictError version', () => edit({}, office, { version: 2 })],
    ['once it is closed', 'StateError id', () => edit({ status: 'CLOSED' })],
    ['once it is canceled', 'StateError id', () => edit({ status: 'CANCELLED' })],
    ['without a title', 'InvalidError title', () => edit({}, office, { title: null })],
    ['minutes before it is held', 'InvalidError minutes', () => edit({}, office, { minutes: '示例' })],
    [
      'when it was held, afterwards',
      'InvalidError heldAt',
      () => edit(held, office, { heldAt: '2026-04-01T00:00:00Z' }),
    ],
  ]);
});

const attending = (organization: { id: string }, more: object = {}) => ({
  ...{ organization: of('Organization', organization), presence: 'PRESENT', ...more },
});
const hold = onMeeting('meetingHold', { attendances: [attending(department)] });
const gone = await app.organization({ regionId: here.city.id });
await app.committeeMember({
  ...{ committeeId: committee.id, organizationId: gone.id, validTo: new Date('2026-04-20') },
});
const real = await app.person({ employerId: department.id, isDemo: true });

describe('meetingHold', () => {
  const list = (attendances: object[]) => hold({}, office, { attendances });
  const at = 'attendances 0 organization';
  cases([
    ['by who does not see it', 'NotFoundError id', () => hold({}, stranger)],
    ['by a department', 'ForbiddenError', () => hold({}, seated)],
    ['of another version', 'VersionConflictError version', () => hold({}, office, { version: 9 })],
    ['twice', 'StateError id', () => hold(held)],
    ['before its time', 'InvalidError heldAt', () => hold({ heldAt: new Date('2026-05-01T12:00:00.001Z') })],
    ['with nobody', 'InvalidError attendances', () => list([])],
    ['with too many', 'InvalidError attendances', () => list(Array(201).fill(attending(department)))],
    [
      'with one twice',
      'InvalidError attendances 1',
      () => list([attending(department), attending(department)]),
    ],
    [
      'with no organization',
      `NotFoundError ${at}`,
      () => list([{ organization: NOWHERE, presence: 'ABSENT' }]),
    ],
    [
      'with no person',
      'NotFoundError attendances 0 person',
      () => list([attending(department, { person: NOWHERE })]),
    ],
    ['with who has no seat', `NoSeatError ${at}`, () => list([attending(here.unit)])],
    ['with who had none any more on that day', `NoSeatError ${at}`, () => list([attending(gone)])],
    [
      'with somebody of the demonstration',
      'InvalidError person',
      () => list([attending(department, { person: of('Person', real) })]),
    ],
    [
      'with too long a note',
      'InvalidError attendances 0 note',
      () => list([attending(department, { note: '示'.repeat(201) })]),
    ],
  ]);
});

const close = onMeeting('meetingClose');
const cancel = onMeeting('meetingCancel', { opinion: '示例' });

describe('meetingClose and meetingCancel', () => {
  cases([
    ['closed by who does not see it', 'NotFoundError id', () => close(held, stranger)],
    ['closed by a department', 'ForbiddenError', () => close(held, seated)],
    ['closed in another version', 'VersionConflictError version', () => close(held, office, { version: 3 })],
    ['closed before it is held', 'StateError id', () => close()],
    ['closed without minutes', 'IncompleteError id', () => close({ status: 'HELD' })],
    ['canceled by who does not see it', 'NotFoundError id', () => cancel({}, stranger)],
    ['canceled by a department', 'ForbiddenError', () => cancel({}, seated)],
    ['canceled once it is held', 'StateError id', () => cancel(held)],
    ['canceled for no reason', 'OpinionRequiredError opinion', () => cancel({}, office, { opinion: ' ' })],
  ]);
});

const contest = await app.competition({ status: 'RUNNING', regionId: here.county.id });
const elsewhere = await app.competition({ status: 'RUNNING', regionId: there.county.id });
const hidden = await app.competition({ status: 'DRAFT', regionId: there.county.id });
const demo = await app.competition({ status: 'RUNNING', regionId: here.county.id, isDemo: true });
const snapshot = async (data: MeetingData = held, who = office, more: object = {}) => {
  const id = of('CommitteeMeeting', await all.meeting(data));
  return refused(who, 'meetingSnapshot', { id, competition: of('Competition', contest), ...more });
};

describe('meetingSnapshot', () => {
  const ofCompetition = (each: { id: string }) =>
    snapshot(held, office, { competition: of('Competition', each) });
  cases([
    ['by who does not see it', 'NotFoundError id', () => snapshot(held, stranger)],
    ['by a department', 'ForbiddenError', () => snapshot(held, seated)],
    ['before it is held', 'StateError id', () => snapshot({})],
    ['once it is closed', 'StateError id', () => snapshot({ status: 'CLOSED' })],
    ['of a competition that one does not see', 'NotFoundError competition', () => ofCompetition(hidden)],
    ['of a competition in another city', 'InvalidError competition', () => ofCompetition(elsewhere)],
    ['of one of the demonstration', 'InvalidError competition', () => ofCompetition(demo)],
    [
      'of a stage of another competition',
      'NotFoundError stage',
      async () => {
        const stage = await app.stage({ competitionId: elsewhere.id });
        return snapshot(held, office, { stage: of('Stage', stage) });
      },
    ],
  ]);
});
