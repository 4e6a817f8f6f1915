import { filter, textIn } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion } from '../regions/inputs.ts';

export const organizationList = {
  filter: filter(
    'Organization',
    { type: 'oneOf', ownership: 'oneOf', industryCode: 'oneOf', status: 'oneOf', isDemo: 'equals' },
    {
      ...inRegion('Organization', 'regionId'),
      text: textIn('Organization', ['name', 'nameEn', 'shortName']),
    },
  ),
  order: ordering('Organization', ['name', 'type', 'createdAt']),
};

export const identifierList = {
  filter: filter('OrganizationIdentifier', { scheme: 'oneOf', isPreferred: 'equals' }),
  order: ordering('OrganizationIdentifier', ['scheme', 'value']),
};
