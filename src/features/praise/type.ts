import { model } from '../../graphql/model.ts';
import { workflowFields } from '../../graphql/workflow.ts';
import { mayDo } from './commands/mayPraise.ts';
import { candidateList, quotaRuleList, reasonList, shortlistList } from './inputs.ts';
import { candidateVisibleTo, quotaRuleVisibleTo, reasonVisibleTo, shortlistVisibleTo } from './policy.ts';
import { SHORTLIST } from './rules.ts';

export const Shortlist = model('Shortlist', {
  visibleTo: shortlistVisibleTo,
  list: shortlistList,
  columns: ['status', 'drawnAt', 'noticedAt', 'decidedAt', 'isDemo', 'version', 'createdAt', 'updatedAt'],
  fields: (dialect) => ({
    competition: dialect.one('competition'),
    track: dialect.one('track'),
    standing: dialect.one('standing'),
    decision: dialect.one('decision'),
    quotaRules: dialect.many('quotaRules'),
    candidates: dialect.many('candidates'),
    notices: dialect.many('notices'),
    ...workflowFields('Shortlist', dialect, {
      workflow: SHORTLIST,
      needs: ['competitionId'],
      may: mayDo,
    }),
  }),
});

export const QuotaRule = model('QuotaRule', {
  visibleTo: quotaRuleVisibleTo,
  list: quotaRuleList,
  columns: ['ordinal', 'places', 'minTotal', 'maxShare', 'available', 'createdAt'],
  fields: ({ one, many }) => ({
    shortlist: one('shortlist'),
    awardType: one('awardType'),
    track: one('track'),
    candidates: many('candidates'),
  }),
});

export const ShortlistCandidate = model('ShortlistCandidate', {
  visibleTo: candidateVisibleTo,
  list: candidateList,
  columns: ['ordinal', 'isDrawn', 'isSelected', 'createdAt'],
  fields: ({ one, many }) => ({
    shortlist: one('shortlist'),
    standingRow: one('standingRow'),
    entry: one('entry'),
    quotaRule: one('quotaRule'),
    reasons: many('reasons'),
    objections: many('objections'),
  }),
});

export const SelectionReason = model('SelectionReason', {
  visibleTo: reasonVisibleTo,
  list: reasonList,
  columns: ['ordinal', 'kind', 'isAgainst', 'have', 'need', 'opinion', 'createdAt'],
  fields: ({ one }) => ({ candidate: one('candidate') }),
});
