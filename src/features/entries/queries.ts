import { builder } from '../../graphql/builder.ts';
import { extend, list } from '../../graphql/model.ts';
import type { Where } from '../../platform/models.ts';
import { count } from '../figures/recorded.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField(
  'entries',
  list('Entry', 'Those who take part in competitions (参赛立项), by their numbers'),
);

const IN_MERIT_COMPETITION = {
  some: {
    status: { in: ['APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED'] },
    competition: { kind: 'MERIT', status: { not: 'DRAFT' } },
  },
} satisfies Where<'Project'>['entries'];

count('key_project.merit_competition.provincial', 'Project', {
  level: 'PROVINCIAL_KEY',
  entries: IN_MERIT_COMPETITION,
});
count('key_project.merit_competition.municipal', 'Project', {
  level: 'MUNICIPAL_KEY',
  entries: IN_MERIT_COMPETITION,
});
count('merit_competition.participating_units', 'Organization', {
  participations: { some: { project: { entries: IN_MERIT_COMPETITION } } },
});

extend('Region', ({ many }) => ({ entries: many('entries', { detour: withDescendants }) }));
extend('Organization', ({ many }) => ({
  applications: many('applications'),
  entries: many('entries'),
}));
extend('Competition', ({ many }) => ({ entries: many('entries') }));
extend('Track', ({ many }) => ({ entries: many('entries') }));
extend('Project', ({ many }) => ({ entries: many('entries') }));
extend('Studio', ({ many }) => ({ entries: many('entries') }));
extend('InnovationResult', ({ many }) => ({ entries: many('entries') }));
