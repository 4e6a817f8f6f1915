import { filter, leadsTo, localIds, overdue } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion } from '../regions/inputs.ts';
import { OWED } from './rules.ts';

export const summaryList = {
  filter: filter(
    'StageSummary',
    { status: 'oneOf', dueOn: 'range', submittedAt: 'range', isDemo: 'equals' },
    {
      ...inRegion('StageSummary', 'regionId'),
      stage: leadsTo('Stage', 'stageId', 'Of these stages'),
      entry: leadsTo('Entry', 'entryId', 'Of these entries'),
      organization: leadsTo('Organization', 'organizationId', 'Of these organizations'),
      competition: {
        type: ['ID'],
        description: 'In these competitions. One of these, at most 100',
        where: (ids: string[], _, name) => ({
          stage: { competitionId: { in: localIds('Competition', ids, name) } },
        }),
      },
      isOverdue: overdue(
        'StageSummary',
        OWED,
        'Whether the last day is over and it has still to be handed in (逾期)',
      ),
    },
  ),
  order: ordering('StageSummary', ['dueOn', 'submittedAt']),
};

export const figureList = {
  filter: filter('MetricValue', {}, { metric: leadsTo('Metric', 'metricId', 'Of these metrics') }),
  order: ordering('MetricValue', ['value']),
};
