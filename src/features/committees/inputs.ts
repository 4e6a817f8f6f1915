import { filter, leadsTo, textIn } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion } from '../regions/inputs.ts';

export const committeeList = {
  filter: filter(
    'Committee',
    { level: 'oneOf', isDemo: 'equals' },
    {
      ...inRegion('Committee', 'regionId'),
      office: leadsTo('Organization', 'officeId', 'With their office in these organizations'),
      text: textIn('Committee', ['name', 'nameEn']),
    },
  ),
  order: ordering('Committee', ['name', 'level', 'validFrom']),
};

export const memberList = {
  filter: filter(
    'CommitteeMember',
    { post: 'oneOf' },
    {
      organization: leadsTo('Organization', 'organizationId', 'Of these organizations'),
      person: leadsTo('Person', 'personId', 'These people'),
    },
  ),
  order: ordering('CommitteeMember', ['post', 'validFrom']),
};
