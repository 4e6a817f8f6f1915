import { describe, expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { of, refused, scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await scene(app, signIn);
const { here, there, office, unit, seated, stranger, both, admin } = all;

type Case = readonly [what: string, is: string, () => Promise<string>];
const cases = (list: readonly Case[]) =>
  test.each(list)('%s: %s', async (_what, is, tried) => expect(await tried()).toBe(is));

const NOWHERE = of('Region', { id: '00000000-0000-4000-8000-000000000000' });
const contest = await app.competition({ status: 'RUNNING', regionId: here.county.id });
const elsewhere = await app.competition({ status: 'RUNNING', regionId: there.county.id });
const hidden = await app.competition({ status: 'DRAFT', regionId: there.county.id });
const demo = await app.competition({ status: 'RUNNING', regionId: here.county.id, isDemo: true });
type MeetingData = Parameters<typeof all.meeting>[0];
const held = { status: 'HELD', minutes: '示例' } as const;
const add = async (data: MeetingData = held, who = office, more: object = {}) =>
  refused(who, 'actionItemAdd', {
    meeting: of('CommitteeMeeting', await all.meeting(data)),
    ...{ text: '示例', owner: of('Organization', here.unit), dueOn: '2026-05-01', ...more },
  });
const closed = await app.organization({
  ...{ regionId: here.county.id, status: 'CLOSED', validTo: new Date('2026-01-01') },
});
const strayEntry = await app.entry({ competitionId: elsewhere.id, status: 'ACTIVE' });

describe('actionItemAdd', () => {
  const what = (more: object) => add(held, office, more);
  const entry = of('Entry', strayEntry);
  cases([
    ['by who does not see the meeting', 'NotFoundError meeting', () => add(held, stranger)],
    ['by a department', 'ForbiddenError meeting', () => add(held, seated)],
    ['before it is held', 'StateError meeting', () => add({})],
    ['once it is closed', 'StateError meeting', () => add({ status: 'CLOSED' })],
    ['to nobody', 'NotFoundError owner', () => what({ owner: NOWHERE })],
    [
      'to an organization that is closed',
      'OrganizationEndedError owner',
      () => what({ owner: of('Organization', closed) }),
    ],
    ['without a text', 'InvalidError text', () => what({ text: '' })],
    ['until yesterday', 'InvalidError dueOn', () => what({ dueOn: '2026-04-30' })],
    [
      'about no competition',
      'NotFoundError competition',
      () => what({ competition: of('Competition', hidden) }),
    ],
    ['about no entry', 'NotFoundError entry', () => what({ entry: NOWHERE })],
    [
      'about an entry of another competition',
      'InvalidError entry',
      () => what({ entry, competition: of('Competition', contest) }),
    ],
    [
      'about one of the demonstration',
      'InvalidError competition',
      () => what({ competition: of('Competition', demo) }),
    ],
  ]);
});

type ItemData = Parameters<typeof all.item>[0];
const onItem =
  (name: string, status: 'OPEN' | 'DONE', given: object = {}) =>
  async (data: ItemData = {}, who = office, more: object = {}) => {
    const id = of('ActionItem', await all.item({ status, ...data }));
    return refused(who, name, { id, version: 1, ...given, ...more });
  };
const report = onItem('actionItemReport', 'OPEN', { report: '示例' });
const confirm = onItem('actionItemConfirm', 'DONE');
const reopen = onItem('actionItemReopen', 'DONE', { opinion: '示例' });
const drop = onItem('actionItemCancel', 'OPEN', { opinion: '示例' });

describe('the steps of an action item', () => {
  cases([
    ['reported by who does not see it', 'NotFoundError id', () => report({}, all.strangeUnit)],
    ['reported by the office', 'ForbiddenError', () => report({}, office)],
    ['reported by a department whose it is not', 'ForbiddenError', () => report({}, seated)],
    ['reported in another version', 'VersionConflictError version', () => report({}, unit, { version: 2 })],
    ['reported twice', 'StateError id', () => report({ status: 'DONE' }, unit)],
    ['reported with no word', 'InvalidError report', () => report({}, unit, { report: ' ' })],
    ['confirmed by who does not see it', 'NotFoundError id', () => confirm({}, stranger)],
    ['confirmed by its owner', 'ForbiddenError', () => confirm({}, unit)],
    ['confirmed by an office that is its owner too', 'ConflictOfInterestError id', () => confirm({}, both)],
    [
      'confirmed by who reported it',
      'ConflictOfInterestError id',
      () => confirm({ reporterId: admin.id }, admin),
    ],
    ['confirmed before it is reported', 'StateError id', () => confirm({ status: 'OPEN' })],
    [
      'confirmed in another version',
      'VersionConflictError version',
      () => confirm({}, office, { version: 2 }),
    ],
    ['sent back by its owner', 'ForbiddenError', () => reopen({}, unit)],
    ['sent back before it is reported', 'StateError id', () => reopen({ status: 'OPEN' })],
    ['sent back once it is confirmed', 'StateError id', () => reopen({ status: 'CONFIRMED' })],
    ['sent back for no reason', 'OpinionRequiredError opinion', () => reopen({}, office, { opinion: '' })],
    ['canceled by its owner', 'ForbiddenError', () => drop({}, unit)],
    ['canceled once it is confirmed', 'StateError id', () => drop({ status: 'CONFIRMED' })],
    ['canceled for no reason', 'OpinionRequiredError opinion', () => drop({}, office, { opinion: null })],
  ]);
});
