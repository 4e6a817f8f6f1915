import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';
import { count } from '../figures/recorded.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField('studios', list('Studio', 'Innovation studios (创新工作室), by name'));
builder.queryField('studio', byId('Studio', 'The innovation studio with this id'));

count('innovation_studio.county_plus', 'Studio', {
  status: { not: 'CLOSED' },
  level: { in: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY'] },
});

extend('Region', ({ many }) => ({ studios: many('studios', { detour: withDescendants }) }));
extend('Organization', ({ many, path }) => ({
  studios: many('studios'),
  jointStudios: path(
    {
      model: 'Studio',
      from: 'id',
      to: 'id',
      through: { model: 'StudioPartner', from: 'organizationId', to: 'studioId' },
    },
    "Others' studios that it runs together with them (共建工作室)",
  ),
}));
extend('Person', ({ many }) => ({
  ledStudios: many('ledStudios'),
  studioMemberships: many('studioMemberships'),
}));
extend('Decision', ({ many }) => ({
  studioTitles: many('studioTitles'),
  revokedTitles: many('revokedTitles'),
}));
