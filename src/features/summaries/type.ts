import { model } from '../../graphql/model.ts';
import { workflowFields } from '../../graphql/workflow.ts';
import { loader } from '../../platform/loaders.ts';
import { figureList, summaryList } from './inputs.ts';
import { figureVisibleTo, mayDo, visibleTo } from './policy.ts';
import { dutiesOf } from './reads.ts';
import { isLate, isOverdue, SUMMARY_WORKFLOW } from './rules.ts';

export const StageSummary = model('StageSummary', {
  visibleTo,
  list: summaryList,
  columns: [
    'status',
    'dueOn',
    'text',
    'problems',
    'nextSteps',
    'submittedAt',
    'acceptedAt',
    'remindedAt',
    'overdueAt',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => {
    const { t, one, many, computed } = dialect;
    return {
      entry: one('entry'),
      stage: one('stage'),
      region: one('region'),
      organization: one('organization'),
      figures: many('figures'),
      isOverdue: t.boolean({
        description:
          'Whether its last day is over, at 24:00 in China, and it has still to be handed in (逾期)',
        extensions: computed('status', 'dueOn'),
        resolve: (summary, _args, { now }) => isOverdue(summary, now()),
      }),
      isLate: t.boolean({
        description: 'Whether it was handed in, the last time, after its last day was over (逾期报送)',
        extensions: computed('dueOn', 'submittedAt'),
        resolve: isLate,
      }),
      ...workflowFields('StageSummary', dialect, {
        workflow: SUMMARY_WORKFLOW,
        needs: ['regionId', 'organizationId'],
        may: async (call, action, summary) => {
          const duties = loader(call, dutiesOf, '', (ids: readonly string[]) => dutiesOf(ids, call));
          return mayDo(call.actor, action, summary, await duties.load(summary.id));
        },
      }),
    };
  },
});

export const MetricValue = model('MetricValue', {
  visibleTo: figureVisibleTo,
  list: figureList,
  columns: ['value', 'createdAt'],
  fields: ({ one }) => ({ summary: one('summary'), metric: one('metric') }),
});
