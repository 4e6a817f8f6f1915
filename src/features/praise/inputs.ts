import { filter, leadsTo } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';

export const shortlistList = {
  filter: filter(
    'Shortlist',
    { status: 'oneOf', decidedAt: 'range', isDemo: 'equals' },
    {
      competition: leadsTo('Competition', 'competitionId', 'Of these competitions'),
      track: leadsTo('Track', 'trackId', 'Of these tracks'),
    },
  ),
  order: ordering('Shortlist', ['createdAt', 'decidedAt'], 'desc'),
};

export const quotaRuleList = { order: ordering('QuotaRule', ['ordinal']) };

export const candidateList = {
  filter: filter(
    'ShortlistCandidate',
    { isSelected: 'equals' },
    {
      entry: leadsTo('Entry', 'entryId', 'Of these entries'),
      quotaRule: leadsTo('QuotaRule', 'quotaRuleId', 'That these rules cover'),
    },
  ),
  order: ordering('ShortlistCandidate', ['ordinal']),
};

export const reasonList = {
  filter: filter('SelectionReason', { kind: 'oneOf' }),
  order: ordering('SelectionReason', ['ordinal']),
};
