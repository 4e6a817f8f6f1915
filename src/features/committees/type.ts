import { model } from '../../graphql/model.ts';
import { eventsOf } from '../../graphql/workflow.ts';
import { committeeList, memberList } from './inputs.ts';
import { memberVisibleTo, visibleTo } from './policy.ts';

export const Committee = model('Committee', {
  visibleTo,
  list: committeeList,
  columns: [
    'name',
    'nameEn',
    'level',
    'docPrefix',
    'validFrom',
    'validTo',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ t, one, many, count }) => ({
    region: one('region'),
    office: one('office'),
    members: many('members'),
    seatsTaken: count('members', {
      where: { validTo: null },
      description: 'Number of seats that are taken today',
    }),
    decisions: many('decisions'),
    events: eventsOf(t, 'Committee'),
  }),
});

export const CommitteeMember = model('CommitteeMember', {
  visibleTo: memberVisibleTo,
  list: memberList,
  columns: ['post', 'validFrom', 'validTo', 'version', 'createdAt', 'updatedAt'],
  fields: ({ t, one }) => ({
    committee: one('committee'),
    organization: one('organization'),
    person: one('person'),
    events: eventsOf(t, 'CommitteeMember'),
  }),
});
