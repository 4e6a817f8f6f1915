import { builder } from '../../graphql/builder.ts';
import { extend, list } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField('users', list('User', 'Those who sign in, as far as you see their roles'));
builder.queryField(
  'roleAssignments',
  list(
    'RoleAssignment',
    'Who has which role, also those that have ended: your own and, for officers and supervisors, those in their reach; ' +
      'for the office of a committee, the assessors of organizations in its region',
  ),
);
builder.queryField(
  'apiClients',
  list('ApiClient', "Partners' systems, as far as you see their keys, by name"),
);
builder.queryField(
  'apiKeys',
  list('ApiKey', "Keys of partners' systems, also those that no longer work, for those who may give them"),
);

extend('Region', ({ many }) => ({
  roleAssignments: many('roleAssignments', { detour: withDescendants }),
  apiKeys: many('apiKeys', { detour: withDescendants }),
}));
extend('Organization', ({ many }) => ({
  roleAssignments: many('roleAssignments'),
  apiClients: many('apiClients'),
}));
