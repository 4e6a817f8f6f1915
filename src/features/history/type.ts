import { model } from '../../graphql/model.ts';
import { eventList } from './inputs.ts';
import { visibleTo } from './policy.ts';

export const WorkflowEvent = model('WorkflowEvent', {
  visibleTo,
  list: eventList,
  columns: ['subjectType', 'action', 'fromState', 'toState', 'opinion', 'at', 'actorRole'],
  fields: ({ one }) => ({
    region: one('region'),
    organization: one('organization'),
    actorUser: one('actorUser'),
    actorClient: one('actorClient'),
    actorOrganization: one('actorOrganization'),
  }),
});
