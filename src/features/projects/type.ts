import { model } from '../../graphql/model.ts';
import { eventsOf, workflowFields } from '../../graphql/workflow.ts';
import { participantList, projectList } from './inputs.ts';
import { participantVisibleTo, projectKeeperOf, visibleTo } from './policy.ts';
import { PROJECT_WORKFLOW } from './rules.ts';

export const Project = model('Project', {
  visibleTo,
  list: projectList,
  columns: [
    'name',
    'nameEn',
    'level',
    'approvalCode',
    'industryCode',
    'plannedInvestment',
    'plannedStart',
    'plannedEnd',
    'status',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => ({
    region: dialect.one('region'),
    owner: dialect.one('owner'),
    participants: dialect.many('participants'),
    ...workflowFields('Project', dialect, {
      workflow: PROJECT_WORKFLOW,
      needs: ['regionId', 'ownerId'],
      may: ({ actor }, _action, row) => projectKeeperOf(actor, row) !== undefined,
    }),
  }),
});

export const ProjectParticipant = model('ProjectParticipant', {
  visibleTo: participantVisibleTo,
  list: participantList,
  columns: [
    'role',
    'headcount',
    'migrantHeadcount',
    'joinedOn',
    'leftOn',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ t, one }) => ({
    project: one('project'),
    organization: one('organization'),
    events: eventsOf(t, 'ProjectParticipant'),
  }),
});
