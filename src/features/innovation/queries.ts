import { builder } from '../../graphql/builder.ts';
import { extend, list } from '../../graphql/model.ts';
import { count } from '../figures/recorded.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField('innovationGroups', list('InnovationGroup', 'Innovation groups (创新小组), by name'));
builder.queryField('mentorPairs', list('MentorPair', 'Mentor pairs (师徒结对), the latest first'));
builder.queryField(
  'innovationResults',
  list('InnovationResult', 'Innovation results that are recognized (创新成果), the latest first'),
);

count('innovation_group.enterprise', 'InnovationGroup', { status: 'ACTIVE' });
count('mentor_pair.registered', 'MentorPair', { status: { not: 'TERMINATED' } });

extend('Region', ({ many }) => ({
  innovationGroups: many('innovationGroups', { detour: withDescendants }),
  mentorPairs: many('mentorPairs', { detour: withDescendants }),
  results: many('results', { detour: withDescendants }),
}));
extend('Organization', ({ many }) => ({
  innovationGroups: many('innovationGroups'),
  mentorPairs: many('mentorPairs'),
  results: many('results'),
  adoptions: many('adoptions'),
}));
extend('Person', ({ many, path }) => ({
  ledGroups: many('ledGroups'),
  mentorships: many('mentorships'),
  apprenticeships: many('apprenticeships'),
  results: path(
    {
      model: 'InnovationResult',
      from: 'id',
      to: 'id',
      through: { model: 'ResultContributor', from: 'personId', to: 'resultId' },
    },
    'Results that the person made, alone or with others (成果)',
  ),
}));
extend('Studio', ({ many }) => ({
  innovationGroups: many('innovationGroups'),
  mentorPairs: many('mentorPairs'),
  results: many('results'),
}));
