import type { Dialect } from '../../graphql/fields.ts';
import { model } from '../../graphql/model.ts';
import { workflowFields } from '../../graphql/workflow.ts';
import type { Call } from '../../platform/call.ts';
import { loader } from '../../platform/loaders.ts';
import type { Row } from '../../platform/models.ts';
import { competitionList, metricList, stageList, trackList } from './inputs.ts';
import {
  isOfUnits,
  managerOf,
  metricVisibleTo,
  stageVisibleTo,
  trackVisibleTo,
  visibleTo,
} from './policy.ts';
import { hostsOf } from './reads.ts';
import { COMPETITION_WORKFLOW, haveClosed } from './rules.ts';

export const Competition = model('Competition', {
  visibleTo,
  list: competitionList,
  columns: [
    'title',
    'theme',
    'slogan',
    'kind',
    'level',
    'edition',
    'year',
    'noticeDocNo',
    'status',
    'publishedAt',
    'applicationsOpenedAt',
    'applicationsCloseAt',
    'startedAt',
    'scoringAt',
    'frozenAt',
    'noticeOpenedAt',
    'concludedAt',
    'archivedAt',
    'suspendedAt',
    'cancelledAt',
    'reason',
    'suspendedFrom',
    'route',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => ({
    ...workflowFields('Competition', dialect, {
      workflow: COMPETITION_WORKFLOW,
      needs: ['level', 'regionId', 'applicationsOpenedAt', 'applicationsCloseAt'],
      may: (call, action, row) =>
        !(action === 'CLOSE_APPLICATIONS' && haveClosed(row, call.now())) && mayManage(call, row),
    }),
    ...relations(dialect),
  }),
});

function relations({ one, many, path }: Dialect<'Competition'>) {
  return {
    region: one('region'),
    committee: one('committee'),
    parent: one('parent'),
    children: many('children'),
    previous: one('previous'),
    next: many('next'),
    hosts: path(
      {
        model: 'Organization',
        from: 'id',
        to: 'id',
        through: { model: 'CompetitionHost', from: 'competitionId', to: 'organizationId' },
      },
      'The organizations that hold it (主办单位)',
    ),
    tracks: many('tracks'),
    stages: many('stages'),
    metrics: many('metrics'),
  };
}

/** Whether who asks may change the competition; all of its actions take the same role. */
async function mayManage(call: Call, { id, level, regionId }: Row<'Competition'>): Promise<boolean> {
  const isHeldBy = (hostIds: readonly string[]) => !!managerOf(call.actor, { level, regionId, hostIds });
  if (!isOfUnits(level) || isHeldBy([])) return isHeldBy([]);
  const hosts = loader(call, hostsOf, '', (ids: readonly string[]) => hostsOf(ids, call));
  return isHeldBy(await hosts.load(id));
}

export const Track = model('Track', {
  visibleTo: trackVisibleTo,
  list: trackList,
  columns: ['name', 'recipientKind', 'eligibility', 'ordinal', 'route', 'version', 'createdAt', 'updatedAt'],
  fields: ({ one }) => ({ competition: one('competition') }),
});

export const Stage = model('Stage', {
  visibleTo: stageVisibleTo,
  list: stageList,
  columns: [
    'name',
    'ordinal',
    'kind',
    'startsOn',
    'endsOn',
    'summaryDueOn',
    'weight',
    'openedAt',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one }) => ({ competition: one('competition') }),
});

export const Metric = model('Metric', {
  visibleTo: metricVisibleTo,
  list: metricList,
  columns: [
    'code',
    'name',
    'unit',
    'target',
    'aggregation',
    'isRequired',
    'ordinal',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one }) => ({ competition: one('competition') }),
});
