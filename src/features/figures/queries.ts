import { builder } from '../../graphql/builder.ts';
import { extend, list, lookup } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField('indicators', list('Indicator', 'What can be measured or counted, by code'));
builder.queryField('indicator', lookup('Indicator', 'code', 'The indicator with this code'));
builder.queryField('observations', list('Observation', 'Published figures, by document and place in it'));
builder.queryField('sourceDocuments', list('SourceDocument', 'Documents that figures were read from'));

extend('Region', ({ many }) => ({ observations: many('observations', { detour: withDescendants }) }));
extend('Organization', ({ many }) => ({ observations: many('observations') }));
