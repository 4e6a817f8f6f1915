import type { NoticeScope, ObjectionOutcome } from '../../generated/prisma/client.ts';
import { idGiven, idIfGiven } from '../../graphql/ids.ts';
import { mutation } from '../../graphql/mutations.ts';
import { refusalType } from '../../graphql/refusals.ts';
import { enumType } from '../../graphql/types.ts';
import {
  ConflictOfInterestError,
  DeadlineError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  StateError,
  VersionConflictError,
} from '../../platform/refusals.ts';
import { closeNotice } from './commands/closeNotice.ts';
import { handleObjection } from './commands/handleObjection.ts';
import { openNotice } from './commands/openNotice.ts';
import { raiseObjection } from './commands/raiseObjection.ts';
import {
  LEAST_WORKING_DAYS,
  MOST_WORKING_DAYS,
  NoticeOpenError,
  NoticePeriodError,
  OpenObjectionsError,
  ShortlistOutdatedError,
} from './rules.ts';

refusalType(NoticePeriodError, 'A notice is open for more working days than this, or for fewer', (t) => ({
  have: t.exposeInt('have', { description: 'The working days that were asked for' }),
  least: t.exposeInt('least', { description: 'As many at least' }),
  most: t.exposeInt('most', { description: 'As many at most' }),
}));
refusalType(OpenObjectionsError, 'Objections wait to be handled', (t) => ({
  open: t.exposeInt('open', { description: 'How many' }),
}));
refusalType(ShortlistOutdatedError, 'What a shortlist rests on has changed since it was drawn');
refusalType(NoticeOpenError, 'What is to be shown is under public notice already', (t) => ({
  deadline: t.expose('deadline', { type: 'DateTime', description: 'Until when' }),
}));

const NOTICE = { notice: { model: 'PublicNotice', description: 'The notice' } } as const;
const OBJECTION = { objection: { model: 'Objection', description: 'The objection' } } as const;
const CHANGING = [NotFoundError, ForbiddenError, VersionConflictError, StateError] as const;
const VERSION = { required: true, description: 'The version that you have read' } as const;

mutation('noticeOpen', {
  description:
    'Put up a shortlist that was submitted, or a published standing by itself, for public notice (公示), once the competition ' +
    'itself has come to its notice (`competitionOpenNotice`). Its last day is reckoned at once, in working days by the ' +
    `calendar: ${LEAST_WORKING_DAYS} at least, and ${MOST_WORKING_DAYS} at most. ` +
    'The committee office and officers of the competition’s region may.',
  input: (t) => ({
    shortlist: t.id({ description: 'The shortlist; or the standing' }),
    standing: t.id({ description: 'The standing' }),
    title: t.string({ required: true, description: 'Title (标题)' }),
    text: t.string({ required: true, description: 'Wording (公示内容)' }),
    scope: t.field({ type: enumType('NoticeScope'), required: true, description: 'To whom (公示范围)' }),
    channel: t.string({ description: 'Where it is put up, in words (公示渠道)' }),
    workingDays: t.int({
      description: `For how many working days after this one, ${LEAST_WORKING_DAYS} to ${MOST_WORKING_DAYS}; ${LEAST_WORKING_DAYS} unless given`,
    }),
  }),
  payload: NOTICE,
  refusals: [
    NotFoundError,
    ForbiddenError,
    InvalidError,
    NoticePeriodError,
    StateError,
    NoticeOpenError,
    ShortlistOutdatedError,
  ],
  run: async (call, { shortlist, standing, scope, ...rest }) => {
    const { id } = await openNotice(call, {
      ...rest,
      scope: scope as NoticeScope,
      shortlistId: idIfGiven('Shortlist', shortlist, ['shortlist']),
      standingId: idIfGiven('Standing', standing, ['standing']),
    });
    return { notice: id };
  },
});

mutation('noticeClose', {
  description:
    'Close a public notice (结束公示), once its last day is over and all objections are handled. The committee office and ' +
    'officers of the competition’s region may.',
  input: (t) => ({
    id: t.id({ required: true, description: 'The notice' }),
    version: t.int(VERSION),
    opinion: t.string({ description: 'What is to be said of it, for the record' }),
  }),
  payload: NOTICE,
  refusals: [...CHANGING, DeadlineError, OpenObjectionsError],
  run: async (call, { id, ...rest }) => ({
    notice: (await closeNotice(call, { ...rest, id: idGiven('PublicNotice', id) })).id,
  }),
});

mutation('objectionRaise', {
  description:
    'Object (提出异议) to a public notice while it is open, or to a candidate on it. Whoever has signed in may, with a role or ' +
    'without. Who did is told to those alone who look into it, and to supervisors.',
  input: (t) => ({
    notice: t.id({ required: true, description: 'The notice' }),
    candidate: t.id({ description: 'The candidate that it is about, if it is about one' }),
    text: t.string({ required: true, description: 'What you say against it (异议内容)' }),
    objectorName: t.string({ required: true, description: 'Your name (异议人姓名)' }),
    contact: t.string({ description: 'How to reach you (联系方式)' }),
  }),
  payload: OBJECTION,
  refusals: [NotFoundError, ForbiddenError, InvalidError, StateError, DeadlineError],
  run: async (call, { notice, candidate, ...rest }) => {
    const { id } = await raiseObjection(call, {
      ...rest,
      noticeId: idGiven('PublicNotice', notice, ['notice']),
      candidateId: idIfGiven('ShortlistCandidate', candidate, ['candidate']),
    });
    return { objection: id };
  },
});

mutation('objectionHandle', {
  description:
    'Close an objection (办结异议) with what was found, and whether it is right. A candidate against whom it is loses the place ' +
    'at once, and nobody takes it: that would need a notice of its own. The committee office and officers of the ' +
    'competition’s region may, but for whoever raised it and for those whom it is about.',
  input: (t) => ({
    id: t.id({ required: true, description: 'The objection' }),
    version: t.int(VERSION),
    finding: t.string({ required: true, description: 'What was found (核查情况)' }),
    outcome: t.field({
      type: enumType('ObjectionOutcome'),
      required: true,
      description: 'Whether it is right (核查结论)',
    }),
  }),
  payload: OBJECTION,
  refusals: [...CHANGING, ConflictOfInterestError, InvalidError],
  run: async (call, { id, outcome, ...rest }) => {
    const handled = { ...rest, id: idGiven('Objection', id), outcome: outcome as ObjectionOutcome };
    return { objection: (await handleObjection(call, handled)).id };
  },
});
