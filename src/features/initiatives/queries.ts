import { builder } from '../../graphql/builder.ts';
import { extend, list } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField(
  'initiatives',
  list('Initiative', 'Systems, platforms, programs, competitions and awards that documents describe'),
);

extend('Region', ({ many }) => ({ initiatives: many('initiatives', { detour: withDescendants }) }));
extend('SourceDocument', ({ many }) => ({ initiatives: many('initiatives') }));
