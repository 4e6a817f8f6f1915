import { model } from '../../graphql/model.ts';
import { eventsOf } from '../../graphql/workflow.ts';
import { assignmentList, clientList, keyList, userList } from './inputs.ts';
import { assignmentVisibleTo, clientVisibleTo, keyVisibleTo, userVisibleTo } from './policy.ts';

export const User = model('User', {
  visibleTo: userVisibleTo,
  list: userList,
  columns: ['subject', 'name', 'isDemo', 'version', 'createdAt', 'updatedAt'],
  fields: ({ many }) => ({ roleAssignments: many('roleAssignments') }),
});

export const RoleAssignment = model('RoleAssignment', {
  visibleTo: assignmentVisibleTo,
  list: assignmentList,
  columns: ['role', 'startsAt', 'endsAt', 'version', 'createdAt', 'updatedAt'],
  fields: ({ t, one }) => ({
    user: one('user'),
    organization: one('organization'),
    region: one('region'),
    events: eventsOf(t, 'RoleAssignment'),
  }),
});

export const ApiClient = model('ApiClient', {
  visibleTo: clientVisibleTo,
  list: clientList,
  columns: ['name', 'version', 'createdAt', 'updatedAt'],
  fields: ({ one, many }) => ({ organization: one('organization'), keys: many('keys') }),
});

export const ApiKey = model('ApiKey', {
  visibleTo: keyVisibleTo,
  list: keyList,
  columns: [
    'prefix',
    'scopes',
    'expiresAt',
    'lastUsedAt',
    'revokedAt',
    'revocationReason',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ t, one }) => ({ client: one('client'), region: one('region'), events: eventsOf(t, 'ApiKey') }),
});
