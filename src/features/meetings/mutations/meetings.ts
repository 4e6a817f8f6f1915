import type { MeetingKind, Presence } from '../../../generated/prisma/client.ts';
import { builder } from '../../../graphql/builder.ts';
import { idGiven, idIfGiven } from '../../../graphql/ids.ts';
import { mutation } from '../../../graphql/mutations.ts';
import { refusalType } from '../../../graphql/refusals.ts';
import { enumType } from '../../../graphql/types.ts';
import {
  AlreadyEndedError,
  ForbiddenError,
  IncompleteError,
  InvalidError,
  NotFoundError,
  OpinionRequiredError,
  StateError,
  VersionConflictError,
} from '../../../platform/refusals.ts';
import { cancelMeeting } from '../commands/cancelMeeting.ts';
import { closeMeeting } from '../commands/closeMeeting.ts';
import { editMeeting } from '../commands/editMeeting.ts';
import { holdMeeting } from '../commands/holdMeeting.ts';
import { planMeeting } from '../commands/planMeeting.ts';
import { takeSnapshot } from '../commands/takeSnapshot.ts';
import { MOST_ATTENDANCES, NoSeatError } from '../rules.ts';

refusalType(NoSeatError, 'The organization has no seat in the committee on the day of the meeting', (t) => ({
  organization: t.exposeString('organization', { description: 'Its name (单位名称)' }),
}));

const payload = { meeting: { model: 'CommitteeMeeting', description: 'The meeting as it is now' } } as const;
const KEEPING = [NotFoundError, ForbiddenError, InvalidError] as const;
const STEPPING = [...KEEPING, VersionConflictError, StateError] as const;
const ID = { required: true, description: 'The meeting' } as const;
const VERSION = { required: true, description: 'The version that you have read' } as const;
const HELD_BY = 'The office of the committee may.';
const AGENDA = { description: 'What is to be talked about (议程)' } as const;
const MINUTES = { description: 'What was talked about and settled (会议纪要)' } as const;

const MeetingAttendanceInput = builder.inputType('MeetingAttendanceInput', {
  description: 'Whether an organization of the committee is there',
  fields: (t) => ({
    organization: t.id({ required: true, description: 'The organization, which has a seat (成员单位)' }),
    person: t.id({ description: 'The person who was asked (参会人员)' }),
    presence: t.field({
      type: enumType('Presence'),
      required: true,
      description: 'Whether it is there (出席情况)',
    }),
    note: t.string({ description: 'By whom it is represented, or why it is absent (备注)' }),
  }),
});

mutation('meetingPlan', {
  description: `Plan a meeting of a committee (筹备会议). ${HELD_BY}`,
  input: (t) => ({
    committee: t.id({ required: true, description: 'The committee' }),
    title: t.string({ required: true, description: 'Title in Chinese (会议名称)' }),
    kind: t.field({ type: enumType('MeetingKind'), required: true, description: 'Kind (会议类别)' }),
    heldAt: t.field({ type: 'DateTime', required: true, description: 'When it is to be held (会议时间)' }),
    agenda: t.string(AGENDA),
  }),
  payload,
  refusals: [...KEEPING, AlreadyEndedError],
  run: async (call, { committee, kind, ...rest }) => {
    const committeeId = idGiven('Committee', committee, ['committee']);
    const { id } = await planMeeting(call, { ...rest, committeeId, kind: kind as MeetingKind });
    return { meeting: id };
  },
});

mutation('meetingEdit', {
  description:
    'Change what is kept of a meeting (修改会议), its minutes once it is held: what is absent stays, what is null is taken ' +
    `away. ${HELD_BY}`,
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    title: t.string({ description: 'Title in Chinese (会议名称)' }),
    kind: t.field({ type: enumType('MeetingKind'), description: 'Kind (会议类别)' }),
    heldAt: t.field({
      type: 'DateTime',
      description: 'When it is to be held, while it is planned (会议时间)',
    }),
    agenda: t.string(AGENDA),
    minutes: t.string(MINUTES),
  }),
  payload,
  refusals: STEPPING,
  run: async (call, { id, kind, ...rest }) => {
    const given = { ...rest, kind: kind as MeetingKind | null | undefined };
    return { meeting: (await editMeeting(call, { ...given, id: idGiven('CommitteeMeeting', id) })).id };
  },
});

mutation('meetingHold', {
  description: `Record that a meeting is held, and who is there (召开会议). ${HELD_BY}`,
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    heldAt: t.field({
      type: 'DateTime',
      description: 'When it was held; as planned unless given (会议时间)',
    }),
    minutes: t.string(MINUTES),
    attendances: t.field({
      type: [MeetingAttendanceInput],
      required: true,
      description: `Who of the committee is there, and who is not; 1 to ${MOST_ATTENDANCES} (出席情况)`,
    }),
  }),
  payload,
  refusals: [...STEPPING, NoSeatError],
  run: async (call, { id, attendances, ...rest }) => {
    const given = attendances.map(({ organization, person, presence, note }, n) => ({
      ...{ note, presence: presence as Presence },
      organizationId: idGiven('Organization', organization, ['attendances', String(n), 'organization']),
      personId: idIfGiven('Person', person, ['attendances', String(n), 'person']),
    }));
    const held = { ...rest, id: idGiven('CommitteeMeeting', id), attendances: given };
    return { meeting: (await holdMeeting(call, held)).id };
  },
});

mutation('meetingClose', {
  description: `Close a meeting (会议归档): its minutes are final, and nothing is added to it. ${HELD_BY}`,
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    opinion: t.string({ description: 'What is to be said of it, for the record' }),
  }),
  payload,
  refusals: [...STEPPING, IncompleteError],
  run: async (call, { id, ...rest }) => ({
    meeting: (await closeMeeting(call, { ...rest, id: idGiven('CommitteeMeeting', id) })).id,
  }),
});

mutation('meetingCancel', {
  description: `Cancel a meeting that was not held (取消会议). ${HELD_BY}`,
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    opinion: t.string({ description: 'Why; needed' }),
  }),
  payload,
  refusals: [...STEPPING, OpinionRequiredError],
  run: async (call, { id, ...rest }) => ({
    meeting: (await cancelMeeting(call, { ...rest, id: idGiven('CommitteeMeeting', id) })).id,
  }),
});

mutation('meetingSnapshot', {
  description:
    'Keep for a meeting that is being held how a competition or a stage stands, as you see it (战况快照): it never changes. ' +
    `The competition is held in the committee’s region or below. ${HELD_BY}`,
  input: (t) => ({
    id: t.id(ID),
    competition: t.id({ required: true, description: 'The competition' }),
    stage: t.id({ description: 'One of its stages; the whole competition unless given' }),
  }),
  payload: { snapshot: { model: 'StateOfPlaySnapshot', description: 'The snapshot' } },
  refusals: [...KEEPING, StateError],
  run: async (call, { id, competition, stage }) => {
    const snapshot = await takeSnapshot(call, {
      meetingId: idGiven('CommitteeMeeting', id),
      competitionId: idGiven('Competition', competition, ['competition']),
      stageId: idIfGiven('Stage', stage, ['stage']),
    });
    return { snapshot: snapshot.id };
  },
});
