import { expect, test } from 'vitest';
import { cancelMeeting } from '../../src/features/meetings/commands/cancelMeeting.ts';
import { closeMeeting } from '../../src/features/meetings/commands/closeMeeting.ts';
import { editMeeting } from '../../src/features/meetings/commands/editMeeting.ts';
import { holdMeeting } from '../../src/features/meetings/commands/holdMeeting.ts';
import {
  cancelItem,
  confirmItem,
  reopenItem,
  reportItem,
} from '../../src/features/meetings/commands/stepItem.ts';
import { takeSnapshot } from '../../src/features/meetings/commands/takeSnapshot.ts';
import { startSharedApp } from '../kit/app.ts';
import { expectOffered } from '../kit/offering.ts';
import { startSignIn } from '../kit/signIn.ts';
import { scene } from '../meetings/scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await scene(app, signIn);
const { admin, office, unit, seated, both, stranger, municipal } = all;
const people = {
  ...{ admin, office, unit, seated, both, stranger, municipal },
};
const step = { version: 1, opinion: '示例' };

test('of a meeting', async () => {
  const { id: competitionId } = await app.competition({ status: 'RUNNING', regionId: all.here.city.id });
  const made = async (data: Parameters<typeof all.meeting>[0]) => (await all.meeting(data)).id;
  const count = await expectOffered(app, {
    model: 'CommitteeMeeting',
    people,
    rows: {
      planned: await made({}),
      'planned for later': await made({ heldAt: new Date('2026-06-01') }),
      held: await made({ status: 'HELD' }),
      closed: await made({ status: 'CLOSED' }),
      canceled: await made({ status: 'CANCELLED' }),
    },
    actions: {
      EDIT: (call, id) => editMeeting(call, { ...step, id, title: '示例' }),
      HOLD: (call, id) => holdMeeting(call, { ...step, id, attendances: [] }),
      SNAPSHOT: (call, id) => takeSnapshot(call, { meetingId: id, competitionId }),
      CLOSE: (call, id) => closeMeeting(call, { ...step, id }),
      CANCEL: (call, id) => cancelMeeting(call, { ...step, id }),
    },
  });
  expect(count).toBeGreaterThan(10);
});

test('of an action item', async () => {
  const made = async (data: Parameters<typeof all.item>[0]) => (await all.item(data)).id;
  const count = await expectOffered(app, {
    model: 'ActionItem',
    people,
    rows: {
      open: await made({}),
      'open, of a federation': await made({ ownerId: all.federationId }),
      reported: await made({ status: 'DONE' }),
      'reported by the office itself': await made({ status: 'DONE', reporterId: office.id }),
      'reported by the administrator': await made({ status: 'DONE', reporterId: admin.id }),
      confirmed: await made({ status: 'CONFIRMED' }),
      canceled: await made({ status: 'CANCELLED' }),
    },
    actions: {
      REPORT: (call, id) => reportItem(call, { ...step, id, report: '示例' }),
      CONFIRM: (call, id) => confirmItem(call, { ...step, id }),
      REOPEN: (call, id) => reopenItem(call, { ...step, id }),
      CANCEL: (call, id) => cancelItem(call, { ...step, id }),
    },
  });
  expect(count).toBeGreaterThan(10);
});
