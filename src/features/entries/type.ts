import type { Dialect, FieldMap } from '../../graphql/fields.ts';
import { model } from '../../graphql/model.ts';
import { oneOfSeveral } from '../../graphql/unions.ts';
import { workflowFields } from '../../graphql/workflow.ts';
import { entryList } from './inputs.ts';
import { mayDo, visibleTo } from './policy.ts';
import { caseOf } from './reads.ts';
import { ENTRY_WORKFLOW, type EntryStep } from './rules.ts';

const subjects = {
  projectId: 'Project',
  organizationId: 'Organization',
  studioId: 'Studio',
  resultId: 'InnovationResult',
} as const;

export const Entry = model('Entry', {
  visibleTo,
  list: entryList,
  columns: [
    'entryNo',
    'teamName',
    'plan',
    'leadingGroup',
    'headcount',
    'status',
    'submittedAt',
    'approvedAt',
    'route',
    'step',
    'closedAt',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => ({
    ...ownFields(dialect),
    ...workflowFields('Entry', dialect, {
      workflow: ENTRY_WORKFLOW,
      needs: ['version', 'route', 'step', 'regionId', 'applicantId'],
      may: async (call, action, row) => mayDo(call, action as EntryStep, row, await caseOf(call, row.id)),
    }),
  }),
});

function ownFields({ t, one }: Dialect<'Entry'>): FieldMap {
  return {
    region: one('region'),
    competition: one('competition'),
    track: one('track'),
    applicant: one('applicant'),
    project: one('project'),
    organization: one('organization'),
    studio: one('studio'),
    result: one('result'),
    subject: oneOfSeveral(t, 'EntrySubject', subjects, {
      ofType:
        'What takes part in a competition (参赛对象); a team of an organization is no object of its own',
      ofField:
        'What takes part (参赛对象); absent for a team, which has a name alone, and where it is not to be seen',
    }),
  };
}
