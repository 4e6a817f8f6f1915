import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actorOfUser } from '../../src/features/access/reads.ts';
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
import type { ActionItemStatus, MeetingStatus } from '../../src/generated/prisma/client.ts';
import type { Call } from '../../src/platform/call.ts';
import { Refusal } from '../../src/platform/refusals.ts';
import { startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import { sequences } from '../kit/runs.ts';
import { startSignIn } from '../kit/signIn.ts';
import { done, of, scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const all = await scene(app, signIn);

const WHO = ['office', 'unit', 'seated', 'both', 'stranger', 'admin'] as const;
type Who = (typeof WHO)[number];
const calls = Object.fromEntries(
  await Promise.all(
    WHO.map(async (who) => [who, callOf(app, await actorOfUser(callOf(app), all[who].subject))] as const),
  ),
) as Record<Who, Call>;

/** The name of the refusal, or how the record is then. */
async function outcome(work: Promise<{ status: string; version: number }>): Promise<string> {
  try {
    const { status, version } = await work;
    return `${status} ${version}`;
  } catch (error) {
    if (error instanceof Refusal) return error.constructor.name;
    throw error;
  }
}

/** Its steps with their numbers of changes, as they were written down. */
async function written(id: string) {
  const events = await prisma.workflowEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  return {
    steps: events.map(({ action, fromState, toState }) => `${action} ${fromState} ${toState}`),
    changes: await prisma.changeEvent.count({ where: { entityId: id } }),
  };
}

const often = <T>(...values: T[]) => fc.constantFrom(...values);
const common = {
  isStale: fc.nat(9).map((n) => n === 0),
  opinion: often('示例', '示例', ' ', undefined),
};

type ItemAction = 'REPORT' | 'CONFIRM' | 'REOPEN' | 'CANCEL';
/** Whence and whither, and who may; written once more here. */
const ITEM_WAYS: Record<ItemAction, Partial<Record<ActionItemStatus, ActionItemStatus>>> = {
  REPORT: { OPEN: 'DONE' },
  CONFIRM: { DONE: 'CONFIRMED' },
  REOPEN: { DONE: 'OPEN' },
  CANCEL: { OPEN: 'CANCELLED', DONE: 'CANCELLED' },
};
const REPORTERS: readonly Who[] = ['unit', 'both', 'admin'];
const OFFICES: readonly Who[] = ['office', 'both', 'admin'];

test('an action item: whatever is tried, nothing is skipped, repeated or half done', async () => {
  const steps = fc.record({
    ...common,
    who: often<Who>(...WHO, 'unit', 'unit', 'office', 'office'),
    action: often<ItemAction>('REPORT', 'REPORT', 'REPORT', 'CONFIRM', 'REOPEN', 'REOPEN', 'CANCEL'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 14 }), async (tried) => {
      const { id } = await all.item();
      let [status, version, reporter] = ['OPEN' as ActionItemStatus, 1, null as Who | null];
      const taken: string[] = [];
      const expected = ({ who, action, isStale, opinion }: (typeof tried)[number]) => {
        if (who === 'stranger') return 'NotFoundError';
        if (!(action === 'REPORT' ? REPORTERS : OFFICES).includes(who)) return 'ForbiddenError';
        if (action === 'CONFIRM' && (who === 'both' || who === reporter)) return 'ConflictOfInterestError';
        if (isStale) return 'VersionConflictError';
        const to = ITEM_WAYS[action][status];
        if (!to) return 'StateError';
        if (action === 'REPORT' && !opinion?.trim()) return 'InvalidError';
        if ((action === 'REOPEN' || action === 'CANCEL') && !opinion?.trim()) return 'OpinionRequiredError';
        taken.push(`${action} ${status} ${to}`);
        if (action === 'REPORT') reporter = who;
        [status, version] = [to, version + 1];
        return `${status} ${version}`;
      };
      for (const step of tried) {
        const { who, action, isStale, opinion } = step;
        const input = { id, version: isStale ? version + 1 : version, opinion };
        const work = {
          REPORT: () => reportItem(calls[who], { ...input, report: opinion ?? '' }),
          CONFIRM: () => confirmItem(calls[who], input),
          REOPEN: () => reopenItem(calls[who], input),
          CANCEL: () => cancelItem(calls[who], input),
        }[action];
        const came = await outcome(work());
        expect([step, came]).toEqual([step, expected(step)]);
      }
      expect(await written(id)).toEqual({ steps: taken, changes: taken.length });
    }),
    { numRuns: sequences(25) },
  );
});

type MeetingAction = 'EDIT' | 'HOLD' | 'CLOSE' | 'CANCEL';
const MEETING_WAYS: Record<MeetingAction, Partial<Record<MeetingStatus, MeetingStatus>>> = {
  EDIT: { PLANNED: 'PLANNED', HELD: 'HELD' },
  HOLD: { PLANNED: 'HELD' },
  CLOSE: { HELD: 'CLOSED' },
  CANCEL: { PLANNED: 'CANCELLED' },
};

test('a meeting: whatever is tried, nothing is skipped, repeated or half done', async () => {
  const attendances = [{ organizationId: all.department.id, presence: 'PRESENT' as const }];
  const steps = fc.record({
    ...common,
    who: often<Who>('office', 'office', 'office', 'both', 'seated', 'stranger', 'admin'),
    action: often<MeetingAction>('EDIT', 'EDIT', 'HOLD', 'HOLD', 'CLOSE', 'CLOSE', 'CANCEL'),
    minutes: often('示例纪要', null, undefined),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 12 }), async (tried) => {
      const { id } = await all.meeting();
      let [status, version, hasMinutes] = ['PLANNED' as MeetingStatus, 1, false];
      const taken: string[] = [];
      const expected = ({ who, action, isStale, opinion, minutes }: (typeof tried)[number]) => {
        if (who === 'stranger') return 'NotFoundError';
        if (!OFFICES.includes(who)) return 'ForbiddenError';
        if (isStale) return 'VersionConflictError';
        const to = MEETING_WAYS[action][status];
        if (!to) return 'StateError';
        if (action === 'CANCEL' && !opinion?.trim()) return 'OpinionRequiredError';
        if (action === 'EDIT' && status === 'PLANNED' && minutes) return 'InvalidError';
        if (action === 'CLOSE' && !hasMinutes) return 'IncompleteError';
        if ((action === 'EDIT' || action === 'HOLD') && minutes !== undefined) hasMinutes = minutes !== null;
        taken.push(`${action} ${status} ${to}`);
        [status, version] = [to, version + 1];
        return `${status} ${version}`;
      };
      for (const step of tried) {
        const { who, action, isStale, opinion, minutes } = step;
        const input = { id, version: isStale ? version + 1 : version };
        const work = {
          EDIT: () => editMeeting(calls[who], { ...input, minutes }),
          HOLD: () => holdMeeting(calls[who], { ...input, minutes, attendances }),
          CLOSE: () => closeMeeting(calls[who], { ...input, opinion }),
          CANCEL: () => cancelMeeting(calls[who], { ...input, opinion }),
        }[action];
        const came = await outcome(work());
        expect([step, came]).toEqual([step, expected(step)]);
      }
      expect(await written(id)).toEqual({ steps: taken, changes: taken.length });
      const isHeld = taken.some((step) => step.startsWith('HOLD'));
      expect(await prisma.meetingAttendance.count({ where: { meetingId: id } })).toBe(isHeld ? 1 : 0);
    }),
    { numRuns: sequences(25) },
  );
});

test('confirmed twice, sent back and canceled at once: exactly one', async () => {
  const item = await all.item({ status: 'DONE' });
  const input = { id: of('ActionItem', item), version: 1 };
  const outcomes = await Promise.all([
    done(all.office, 'actionItemConfirm', input),
    done(all.admin, 'actionItemConfirm', input),
    done(all.office, 'actionItemReopen', { ...input, opinion: '示例' }),
    done(all.admin, 'actionItemCancel', { ...input, opinion: '示例' }),
  ]);
  const refusals = outcomes.flatMap(({ __typename }) => __typename ?? []);
  expect(refusals).toEqual(Array(3).fill('VersionConflictError'));
  expect(await written(item.id)).toMatchObject({ changes: 1 });
});

test('held by two at once: exactly one, with its attendance', async () => {
  const meeting = await all.meeting();
  const organization = of('Organization', all.department);
  const input = {
    ...{ id: of('CommitteeMeeting', meeting), version: 1 },
    attendances: [{ organization, presence: 'PRESENT' }],
  };
  const outcomes = await Promise.all([
    done(all.office, 'meetingHold', input),
    done(all.admin, 'meetingHold', input),
  ]);
  expect(outcomes.flatMap(({ __typename }) => __typename ?? [])).toEqual(['VersionConflictError']);
  expect(await prisma.meetingAttendance.count({ where: { meetingId: meeting.id } })).toBe(1);
});
