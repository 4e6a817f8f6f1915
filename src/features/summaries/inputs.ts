import { filter, leadsTo, localIds } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { columnOf } from '../../platform/models.ts';
import { type Bind, todayOf } from '../../platform/where.ts';
import { inRegion } from '../regions/inputs.ts';
import { OWED } from './rules.ts';

const OWED_STATES = OWED.map((status) => `'${status}'`).join(', ');

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
      isOverdue: {
        type: 'Boolean',
        description: 'Whether the last day is over and it has still to be handed in (逾期)',
        where: (isWanted: boolean) => (bind: Bind, table: string) => {
          const status = `${columnOf('StageSummary', 'status', table)} in (${OWED_STATES})`;
          // The day it is in China.
          const today = todayOf(bind);
          const isOverdue = `${status} and ${columnOf('StageSummary', 'dueOn', table)} < ${today}`;
          return isWanted ? `(${isOverdue})` : `not (${isOverdue})`;
        },
      },
    },
  ),
  order: ordering('StageSummary', ['dueOn', 'submittedAt']),
};

export const figureList = {
  filter: filter('MetricValue', {}, { metric: leadsTo('Metric', 'metricId', 'Of these metrics') }),
  order: ordering('MetricValue', ['value']),
};
