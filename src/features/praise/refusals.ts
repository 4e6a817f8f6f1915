import { refusalType } from '../../graphql/refusals.ts';
import { enumType } from '../../graphql/types.ts';
import {
  AwardTypeNotValidError,
  CandidateBarredError,
  CandidatesVetoedError,
  DocNoTakenError,
  NoticeNotClosedError,
  QuotaExceededError,
  QuotaTieError,
} from './rules.ts';

refusalType(QuotaTieError, 'A rank that several share would take more places than there are', (t) => ({
  rule: t.exposeInt('rule', { description: 'Place of the quota rule, from 1' }),
  rank: t.exposeInt('rank', { description: 'The rank' }),
  have: t.exposeInt('have', { description: 'Places that there are' }),
  need: t.exposeInt('need', { description: 'Places that all of them would need' }),
}));
refusalType(QuotaExceededError, 'More would be praised than there are places', (t) => ({
  rule: t.exposeInt('rule', { description: 'Place of the quota rule, from 1' }),
  have: t.exposeInt('have', { description: 'Places that there are' }),
  need: t.exposeInt('need', { description: 'Places that would be needed' }),
}));
refusalType(
  CandidateBarredError,
  'Something stands against the candidate that nobody can set aside',
  (t) => ({
    reasons: t.field({
      type: [enumType('CandidateReason')],
      description: 'What does',
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
);
refusalType(CandidatesVetoedError, 'Vetoes came into force against some who were to be praised', (t) => ({
  entryNos: t.field({
    type: ['String'],
    description: 'Numbers of their entries (立项编号)',
    resolve: ({ entryNos }) => [...entryNos],
  }),
}));
refusalType(NoticeNotClosedError, 'The public notice of the shortlist is not closed', (t) => ({
  deadline: t.expose('deadline', { type: 'DateTime', description: 'Until when it runs' }),
  openObjections: t.exposeInt('openObjections', { description: 'Objections that wait to be handled' }),
}));
refusalType(AwardTypeNotValidError, 'An award is not given like this on the day of the decision', (t) => ({
  awardTypeCode: t.exposeString('awardTypeCode', { description: 'Code of the award' }),
}));
refusalType(DocNoTakenError, 'Whoever issues it has given the number to another decision', (t) => ({
  docNo: t.exposeString('docNo', { description: 'The number (文号)' }),
  title: t.exposeString('title', { description: 'Title of the other decision' }),
}));
