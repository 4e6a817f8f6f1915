import { filter, leadsTo } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion } from '../regions/inputs.ts';

export const vetoList = {
  filter: filter(
    'Veto',
    { reason: 'oneOf', status: 'oneOf', occurredOn: 'range', blocksUntil: 'range', isDemo: 'equals' },
    {
      ...inRegion('Veto', 'regionId'),
      unit: leadsTo('Organization', 'unitId', 'That concern these units'),
      entry: leadsTo('Entry', 'entryId', 'On these entries'),
    },
  ),
  order: ordering('Veto', ['occurredOn', 'blocksUntil'], 'desc'),
};
