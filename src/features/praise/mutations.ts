import { builder } from '../../graphql/builder.ts';
import { idGiven, idIfGiven } from '../../graphql/ids.ts';
import { mutation } from '../../graphql/mutations.ts';
import {
  ConflictOfInterestError,
  ForbiddenError,
  IncompleteError,
  InvalidError,
  NotFoundError,
  OpinionRequiredError,
  StateError,
  VersionConflictError,
} from '../../platform/refusals.ts';
import { ShortlistOutdatedError } from '../notices/rules.ts';
import { submitShortlist, withdrawShortlist } from './commands/advance.ts';
import { decideShortlist } from './commands/decideShortlist.ts';
import { drawShortlist } from './commands/drawShortlist.ts';
import { excludeCandidate, includeCandidate } from './commands/select.ts';
import {
  AwardTypeNotValidError,
  CandidateBarredError,
  CandidatesVetoedError,
  DocNoTakenError,
  NoticeNotClosedError,
  QuotaExceededError,
  QuotaTieError,
} from './rules.ts';

const SHORTLIST = { shortlist: { model: 'Shortlist', description: 'The shortlist' } } as const;
const CHANGING = [NotFoundError, ForbiddenError, VersionConflictError, StateError] as const;
const ID = { required: true, description: 'The shortlist' } as const;
const VERSION = { required: true, description: 'The version that you have read' } as const;
const WHO = 'The committee office and officers of the competition’s region may';

const QuotaRuleInput = builder.inputType('QuotaRuleInput', {
  description:
    'How many are praised of what (名额规则): it covers the entries of the award’s kind of recipient that no rule before it covers',
  fields: (t) => ({
    awardType: t.id({
      required: true,
      description: 'What they are given: of nature PRAISE, or left to the round (奖项)',
    }),
    track: t.id({ description: 'The track that it is for; all of them unless given (赛道)' }),
    places: t.int({ required: true, description: 'Places at most (名额)' }),
    minTotal: t.field({ type: 'Decimal', description: 'The least total that is praised (最低总分)' }),
    maxShare: t.field({
      type: 'Decimal',
      description:
        'The largest share of the entries that it covers, up to 1 and rounded down to whole places (表扬比例上限)',
    }),
  }),
});

mutation('shortlistDraw', {
  description:
    'Draw who is to be praised (生成拟表扬名单) from a published standing of the year, by quota rules in their order: the best ' +
    'ranks against which nothing speaks. Equals stand together: where not all of them find a place, nothing is drawn, and the ' +
    `error says how many there are and would be needed. A draft is drawn anew, whatever was changed in it. ${WHO}.`,
  input: (t) => ({
    standing: t.id({ required: true, description: 'The standing' }),
    rules: t.field({
      type: [QuotaRuleInput],
      required: true,
      description: 'The quota rules, in their order',
    }),
    version: t.int({ description: 'The version of the draft that you have read, if any' }),
  }),
  payload: SHORTLIST,
  refusals: [...CHANGING, InvalidError, QuotaTieError],
  run: async (call, { standing, rules, version }) => {
    const { id } = await drawShortlist(call, {
      version,
      standingId: idGiven('Standing', standing, ['standing']),
      rules: rules.map(({ awardType, track, ...rule }, n) => ({
        ...rule,
        awardTypeId: idGiven('AwardType', awardType, ['rules', String(n), 'awardType']),
        trackId: idIfGiven('Track', track, ['rules', String(n), 'track']),
      })),
    });
    return { shortlist: id };
  },
});

for (const [name, run, description, more] of [
  [
    'shortlistExclude',
    excludeCandidate,
    `Take a candidate out of a shortlist (移出名单), and say why; also while it is under notice. Nobody moves up. ${WHO}.`,
    [],
  ],
  [
    'shortlistInclude',
    includeCandidate,
    'Take a candidate into a shortlist (列入名单), and say why: where there is a place for it, and never one that is vetoed ' +
      `or has no rank. ${WHO}.`,
    [CandidateBarredError, QuotaExceededError],
  ],
] as const) {
  mutation(name, {
    description,
    input: (t) => ({
      id: t.id(ID),
      version: t.int(VERSION),
      candidate: t.id({ required: true, description: 'The candidate' }),
      opinion: t.string({ description: 'Why: it must be said' }),
    }),
    payload: SHORTLIST,
    refusals: [...CHANGING, OpinionRequiredError, InvalidError, ...more],
    run: async (call, { id, candidate, ...rest }) => {
      const candidateId = idGiven('ShortlistCandidate', candidate, ['candidate']);
      return { shortlist: (await run(call, { ...rest, id: idGiven('Shortlist', id), candidateId })).id };
    },
  });
}

mutation('shortlistSubmit', {
  description: `Settle a shortlist (提交名单), to be put up for public notice with \`noticeOpen\`. ${WHO}.`,
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    opinion: t.string({ description: 'What is to be said of it, for the record' }),
  }),
  payload: SHORTLIST,
  refusals: [...CHANGING, ShortlistOutdatedError, IncompleteError],
  run: async (call, { id, ...rest }) => ({
    shortlist: (await submitShortlist(call, { ...rest, id: idGiven('Shortlist', id) })).id,
  }),
});

mutation('shortlistWithdraw', {
  description: `Give a shortlist up (撤回名单), and say why; another one can be drawn then. ${WHO}.`,
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    opinion: t.string({ description: 'Why: it must be said' }),
  }),
  payload: SHORTLIST,
  refusals: [...CHANGING, OpinionRequiredError],
  run: async (call, { id, ...rest }) => ({
    shortlist: (await withdrawShortlist(call, { ...rest, id: idGiven('Shortlist', id) })).id,
  }),
});

mutation('shortlistDecide', {
  description:
    'Praise those on a shortlist (决定表扬), after its public notice was closed with all objections: a decision with its ' +
    `document number and an award for each, linked to the rank that it rests on, all of it or nothing. ${WHO}, but for whoever ` +
    'settled the list and for those who belong to one of the units that it praises.',
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    docNo: t.string({ required: true, description: 'Document number (文号), in brackets of any kind' }),
    title: t.string({ required: true, description: 'Title of the decision (标题)' }),
    text: t.string({ description: 'Its wording (正文)' }),
    issuedOn: t.field({
      type: 'Date',
      required: true,
      description: 'Day of issue (发文日期), not before the notice was closed; the awards are given on it',
    }),
    issuer: t.id({ description: 'The organization that issues it (发文单位)' }),
    committee: t.id({ description: 'Or the committee; the one of the competition unless either is given' }),
    opinion: t.string({ description: 'What is to be said of it, for the record' }),
  }),
  payload: SHORTLIST,
  refusals: [
    ...CHANGING,
    ConflictOfInterestError,
    InvalidError,
    DocNoTakenError,
    NoticeNotClosedError,
    ShortlistOutdatedError,
    IncompleteError,
    CandidatesVetoedError,
    AwardTypeNotValidError,
  ],
  run: async (call, { id, issuer, committee, ...rest }) => {
    const decided = await decideShortlist(call, {
      ...rest,
      id: idGiven('Shortlist', id),
      issuerId: idIfGiven('Organization', issuer, ['issuer']),
      committeeId: idIfGiven('Committee', committee, ['committee']),
    });
    return { shortlist: decided.id };
  },
});
