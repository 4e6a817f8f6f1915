import { builder } from '../../graphql/builder.ts';
import type { Dialect } from '../../graphql/fields.ts';
import { extend, list } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';
import { honors } from './honors.ts';

builder.queryField('awardTypes', list('AwardType', 'Awards and titles that can be given (奖项), by code'));
builder.queryField(
  'awardGrants',
  list(
    'AwardGrant',
    'Awards that were given (授奖), the latest first; those in force unless revoked ones are asked for',
  ),
);

extend('Region', ({ many }) => ({ awardGrants: many('awardGrants', { detour: withDescendants }) }));
for (const name of ['Organization', 'Person', 'Project', 'Studio'] as const) {
  extend(name, (dialect: Dialect<typeof name>) => ({
    awardGrants: dialect.many('awardGrants'),
    honors: honors(dialect, name),
  }));
}
extend('InnovationResult', ({ many }) => ({ awardGrants: many('awardGrants') }));
extend('StandingRow', ({ many }) => ({ awardGrants: many('awardGrants') }));
extend('Decision', ({ many }) => ({
  awardGrants: many('awardGrants'),
  revokedGrants: many('revokedGrants', { isWhole: true }),
}));
extend('Initiative', ({ path }) => ({
  awardTypes: path(
    {
      model: 'AwardType',
      from: 'id',
      to: 'id',
      through: { model: 'InitiativeAwardType', from: 'initiativeId', to: 'awardTypeId' },
    },
    'The awards that it is or gives, as this registry keeps them (奖项)',
  ),
}));
