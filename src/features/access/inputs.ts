import { filter, leadsTo } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';

export const userList = {
  filter: filter('User', { subject: 'oneOf', isDemo: 'equals' }),
  order: ordering('User', ['subject']),
};

export const assignmentList = {
  filter: filter(
    'RoleAssignment',
    { role: 'oneOf', startsAt: 'range', endsAt: 'range' },
    {
      user: leadsTo('User', 'userId', 'Of these users'),
      organization: leadsTo('Organization', 'organizationId', 'For these organizations'),
      region: leadsTo('Region', 'regionId', 'Over these regions themselves'),
    },
  ),
  order: ordering('RoleAssignment', ['startsAt', 'endsAt', 'role'], 'desc'),
};

export const clientList = {
  filter: filter(
    'ApiClient',
    {},
    {
      organization: leadsTo('Organization', 'organizationId', 'Of these organizations'),
    },
  ),
  order: ordering('ApiClient', ['name']),
};

export const keyList = {
  filter: filter(
    'ApiKey',
    { expiresAt: 'range', lastUsedAt: 'range' },
    {
      client: leadsTo('ApiClient', 'clientId', 'Of these systems'),
      region: leadsTo('Region', 'regionId', 'Over these regions themselves'),
    },
  ),
  order: ordering('ApiKey', ['createdAt', 'expiresAt', 'lastUsedAt'], 'desc'),
};
