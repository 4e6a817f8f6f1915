import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';
import { reported } from './reported.ts';

builder.queryField(
  'stageSummaries',
  list(
    'StageSummary',
    'Stage summaries (阶段总结), the next ones due first: for those of the region and for the units whose they are',
  ),
);
builder.queryField('stageSummary', byId('StageSummary', 'The stage summary with this id'));

extend('Region', ({ many }) => ({ stageSummaries: many('stageSummaries', { detour: withDescendants }) }));
extend('Organization', ({ many }) => ({ stageSummaries: many('stageSummaries') }));
extend('Entry', ({ many }) => ({ summaries: many('summaries') }));
extend('Metric', ({ many }) => ({ values: many('values') }));
extend('Stage', (dialect) => ({ summaries: dialect.many('summaries'), report: reported(dialect) }));
