import { filter, leadsTo } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion } from '../regions/inputs.ts';

export const standingList = {
  filter: filter(
    'Standing',
    { status: 'oneOf', publishedAt: 'range', isDemo: 'equals' },
    {
      track: leadsTo('Track', 'trackId', 'Of these tracks'),
      stage: leadsTo('Stage', 'stageId', 'Of these stages'),
    },
  ),
  order: ordering('Standing', ['createdAt', 'publishedAt'], 'desc'),
};

export const rowList = {
  filter: filter(
    'StandingRow',
    { unrankedReason: 'oneOf', total: 'range' },
    { ...inRegion('StandingRow', 'regionId'), entry: leadsTo('Entry', 'entryId', 'Of these entries') },
  ),
  order: ordering('StandingRow', ['ordinal', 'total']),
};
