import type { MetricAggregation } from '../../../generated/prisma/client.ts';
import { idGiven } from '../../../graphql/ids.ts';
import { mutation } from '../../../graphql/mutations.ts';
import { enumType } from '../../../graphql/types.ts';
import { ForbiddenError, InvalidError, NotFoundError, StateError } from '../../../platform/refusals.ts';
import { createMetric, removeMetric, updateMetric } from '../commands/metrics.ts';
import { REFUSALS } from './step.ts';

const SAYS = {
  code: 'Code within the competition, lower case words joined by underscores',
  name: 'Name in Chinese (名称)',
  unit: 'Unit of its figures (单位)',
  target: 'What is aimed at, where something is (目标值)',
  aggregation: 'How the figures of several make one (汇总方式)',
  isRequired: 'Whether no summary is complete without it (是否必填)',
  ordinal: 'Place among the metrics, from 1 (序号); a new one is the last unless given',
};

mutation('metricCreate', {
  description:
    'Ask for another figure in the stage summaries of a competition (新增指标), until applications open',
  input: (t) => ({
    competition: t.id({ required: true, description: 'The competition' }),
    code: t.string({ required: true, description: SAYS.code }),
    name: t.string({ required: true, description: SAYS.name }),
    unit: t.string({ required: true, description: SAYS.unit }),
    target: t.field({ type: 'Decimal', description: SAYS.target }),
    aggregation: t.field({
      type: enumType('MetricAggregation'),
      required: true,
      description: SAYS.aggregation,
    }),
    isRequired: t.boolean({ required: true, description: SAYS.isRequired }),
    ordinal: t.int({ description: SAYS.ordinal }),
  }),
  payload: { metric: { model: 'Metric', description: 'The new metric' } },
  refusals: [NotFoundError, ForbiddenError, StateError, InvalidError],
  run: async (call, { competition, aggregation, ...rest }) => {
    const { id } = await createMetric(call, {
      ...rest,
      aggregation: aggregation as MetricAggregation,
      competitionId: idGiven('Competition', competition, ['competition']),
    });
    return { metric: id };
  },
});

mutation('metricUpdate', {
  description:
    'Change a metric (修改指标), until applications open. What is absent stays; null empties the target',
  input: (t) => ({
    id: t.id({ required: true, description: 'The metric' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    code: t.string({ description: SAYS.code }),
    name: t.string({ description: SAYS.name }),
    unit: t.string({ description: SAYS.unit }),
    target: t.field({ type: 'Decimal', description: SAYS.target }),
    aggregation: t.field({ type: enumType('MetricAggregation'), description: SAYS.aggregation }),
    isRequired: t.boolean({ description: SAYS.isRequired }),
    ordinal: t.int({ description: SAYS.ordinal }),
  }),
  payload: { metric: { model: 'Metric', description: 'The metric as it is now' } },
  refusals: [...REFUSALS, InvalidError],
  run: async (call, { id, aggregation, ...rest }) => {
    const { id: updated } = await updateMetric(call, {
      ...rest,
      aggregation: aggregation as MetricAggregation | null | undefined,
      id: idGiven('Metric', id),
    });
    return { metric: updated };
  },
});

mutation('metricRemove', {
  description: 'Take a metric away (删除指标), until applications open',
  input: (t) => ({
    id: t.id({ required: true, description: 'The metric' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
  }),
  payload: { competition: { model: 'Competition', description: 'The competition without it' } },
  refusals: [...REFUSALS],
  run: async (call, { id, version }) => ({
    competition: (await removeMetric(call, { id: idGiven('Metric', id), version })).id,
  }),
});
