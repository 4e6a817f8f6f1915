import { filter, leadsTo, localIds, textIn } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion } from '../regions/inputs.ts';

export const competitionList = {
  filter: filter(
    'Competition',
    { kind: 'oneOf', level: 'oneOf', status: 'oneOf', year: 'oneOf', startedAt: 'range', isDemo: 'equals' },
    {
      ...inRegion('Competition', 'regionId'),
      committee: leadsTo('Committee', 'committeeId', 'Steered by these committees'),
      parent: leadsTo('Competition', 'parentId', 'Part of these competitions'),
      host: {
        type: ['ID'],
        description: 'Held by these organizations, alone or with others',
        where: (ids: string[], _, name) => ({
          hostings: { some: { organizationId: { in: localIds('Organization', ids, name) } } },
        }),
      },
      text: textIn('Competition', ['title', 'theme', 'slogan']),
    },
  ),
  order: ordering('Competition', ['year', 'title', 'startedAt', 'concludedAt'], 'desc'),
};

export const trackList = {
  filter: filter('Track', { recipientKind: 'oneOf' }),
  order: ordering('Track', ['ordinal', 'name']),
};

export const stageList = {
  filter: filter('Stage', { kind: 'oneOf', startsOn: 'range', summaryDueOn: 'range' }),
  order: ordering('Stage', ['ordinal', 'startsOn', 'summaryDueOn', 'name']),
};

export const metricList = {
  filter: filter('Metric', { code: 'oneOf', isRequired: 'equals' }),
  order: ordering('Metric', ['ordinal', 'name']),
};
