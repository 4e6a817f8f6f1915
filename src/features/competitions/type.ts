import { model } from '../../graphql/model.ts';
import { competitionList, stageList, trackList } from './inputs.ts';
import { stageVisibleTo, trackVisibleTo, visibleTo } from './policy.ts';

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
  fields: ({ one, many, path }) => ({
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
  }),
});

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
