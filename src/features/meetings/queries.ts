import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';

builder.queryField(
  'committeeMeetings',
  list('CommitteeMeeting', 'Meetings of committees (会议) that you may see, the latest first'),
);
builder.queryField('committeeMeeting', byId('CommitteeMeeting', 'The meeting with this id'));
builder.queryField(
  'actionItems',
  list('ActionItem', 'Action items (交办事项) that you may see, the next ones due first'),
);
builder.queryField('actionItem', byId('ActionItem', 'The action item with this id'));

extend('Committee', ({ many }) => ({ meetings: many('meetings') }));
extend('Organization', ({ many }) => ({
  attendances: many('attendances'),
  actionItems: many('actionItems'),
}));
extend('Person', ({ many }) => ({ attendances: many('attendances') }));
extend('User', ({ many }) => ({ reportedItems: many('reportedItems') }));
extend('Competition', ({ many }) => ({
  actionItems: many('actionItems'),
  snapshots: many('snapshots'),
}));
extend('Stage', ({ many }) => ({ snapshots: many('snapshots') }));
extend('Entry', ({ many }) => ({ actionItems: many('actionItems') }));
