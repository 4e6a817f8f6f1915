import { builder } from '../../graphql/builder.ts';
import { extend, list } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField(
  'decisions',
  list('Decision', 'Decisions that grant, name, praise or revoke, the latest first'),
);

extend('Region', ({ many }) => ({ decisions: many('decisions', { detour: withDescendants }) }));
extend('Organization', ({ many }) => ({ decisions: many('decisions') }));
