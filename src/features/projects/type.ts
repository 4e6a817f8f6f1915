import { model } from '../../graphql/model.ts';
import { participantList, projectList } from './inputs.ts';
import { participantVisibleTo, visibleTo } from './policy.ts';

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
  fields: ({ one, many }) => ({
    region: one('region'),
    owner: one('owner'),
    participants: many('participants'),
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
  fields: ({ one }) => ({ project: one('project'), organization: one('organization') }),
});
