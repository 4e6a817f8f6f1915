import { model } from '../../graphql/model.ts';
import { workflowFields } from '../../graphql/workflow.ts';
import { isOwn } from './commands/handleObjection.ts';
import { isOfOffice } from './commands/office.ts';
import { noticeList, objectionList } from './inputs.ts';
import { noticeVisibleTo, objectionVisibleTo } from './policy.ts';
import { competitionOf } from './reads.ts';
import { NOTICE, OBJECTION } from './rules.ts';

export const PublicNotice = model('PublicNotice', {
  visibleTo: noticeVisibleTo,
  list: noticeList,
  columns: [
    'title',
    'text',
    'scope',
    'channel',
    'workingDays',
    'opensOn',
    'closesOn',
    'status',
    'closedAt',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => ({
    competition: dialect.one('competition'),
    standing: dialect.one('standing'),
    shortlist: dialect.one('shortlist'),
    objections: dialect.many('objections'),
    ...workflowFields('PublicNotice', dialect, {
      workflow: NOTICE,
      needs: ['competitionId'],
      may: (call, _action, { competitionId }) => isOfOffice(call, competitionId),
    }),
  }),
});

export const Objection = model('Objection', {
  visibleTo: objectionVisibleTo,
  list: objectionList,
  columns: [
    'text',
    'objectorName',
    'contact',
    'receivedAt',
    'status',
    'finding',
    'outcome',
    'closedAt',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => ({
    notice: dialect.one('notice'),
    candidate: dialect.one('candidate'),
    raiser: dialect.one('raiser'),
    ...workflowFields('Objection', dialect, {
      workflow: OBJECTION,
      needs: ['noticeId', 'candidateId', 'raiserId'],
      may: async (call, _action, row) =>
        (await isOfOffice(call, await competitionOf(call, row.noticeId))) && !(await isOwn(call, row)),
    }),
  }),
});
