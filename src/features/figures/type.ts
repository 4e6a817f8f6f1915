import { batched } from '../../graphql/batched.ts';
import { model } from '../../graphql/model.ts';
import { node } from '../../graphql/refs.ts';
import { readOne } from '../../graphql/rows.ts';
import { workflowFields } from '../../graphql/workflow.ts';
import type { Row } from '../../platform/models.ts';
import { indicatorList, observationList, sourceList } from './inputs.ts';
import { figureKeeperOf, observationVisibleTo, referenceVisibleTo } from './policy.ts';
import { conflictIds, MOST_CONFLICTS } from './reads.ts';
import { recorded } from './recorded.ts';
import { OBSERVATION_WORKFLOW } from './rules.ts';

export const SourceDocument = model('SourceDocument', {
  visibleTo: referenceVisibleTo,
  list: sourceList,
  columns: [
    'fileName',
    'publisher',
    'title',
    'publishedOn',
    'dateInferred',
    'dateNote',
    'url',
    'language',
    'sha256',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ many, count }) => ({
    observations: many('observations'),
    doubtfulCount: count('observations', {
      where: { OR: [{ bound: 'UNCERTAIN' }, { status: 'DISPUTED' }] },
      description: 'Number of its figures that are doubtful, as with a misprint, or disputed',
    }),
  }),
});

export const Indicator = model('Indicator', {
  visibleTo: referenceVisibleTo,
  list: indicatorList,
  columns: ['code', 'name', 'nameEn', 'topic', 'unit', 'kind', 'version', 'createdAt', 'updatedAt'],
  fields: (dialect) => ({ observations: dialect.many('observations'), recorded: recorded(dialect) }),
});

const conflictsOf = batched(conflictIds);

export const Observation = model('Observation', {
  visibleTo: observationVisibleTo,
  list: observationList,
  columns: [
    'code',
    'value',
    'valueMax',
    'valueText',
    'unit',
    'qualifier',
    'bound',
    'kind',
    'precision',
    'period',
    'periodFrom',
    'periodTo',
    'isPeriodInferred',
    'scope',
    'line',
    'lineEnd',
    'quote',
    'relevance',
    'note',
    'status',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => {
    const { t, one, many, computed } = dialect;
    return {
      indicator: one('indicator'),
      region: one('region'),
      scopeOrganization: one('scopeOrganization'),
      source: one('source'),
      supersedes: one('supersedes'),
      corrections: many('corrections'),
      conflicts: t.field({
        type: [node('Observation')],
        description:
          'Figures that contradict this one: of the same indicator, region, scope, kind and period, with a value ' +
          'further away than the precision allows; or, of starting values in one source, the same value for another period; ' +
          `the first ${MOST_CONFLICTS} by code`,
        extensions: { ...computed('id'), atMost: MOST_CONFLICTS },
        resolve: async (observation, args, call, info) => {
          const ids = await conflictsOf(observation, args, call);
          return Promise.all(
            ids.map((id) => readOne('Observation', 'id', id, call, info) as Promise<Row<'Observation'>>),
          );
        },
      }),
      ...workflowFields('Observation', dialect, {
        workflow: OBSERVATION_WORKFLOW,
        needs: ['regionId'],
        may: ({ actor }, _action, { regionId }) => figureKeeperOf(actor, regionId) !== undefined,
      }),
    };
  },
});
