import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';

builder.queryField(
  'scoringSchemes',
  list('ScoringScheme', 'Scoring schemes (评分方案), the latest first; templates too'),
);
builder.queryField('scoringScheme', byId('ScoringScheme', 'The scoring scheme with this id'));
builder.queryField(
  'scoreSheets',
  list('ScoreSheet', 'Score sheets (评分表) that you may see, the earliest first'),
);
builder.queryField('scoreSheet', byId('ScoreSheet', 'The score sheet with this id'));
builder.queryField(
  'assessorAssignments',
  list('AssessorAssignment', 'Who scores what (评委分工), as far as it is yours or in your care'),
);

extend('Competition', ({ many }) => ({ schemes: many('schemes') }));
extend('Organization', ({ many }) => ({
  assessedCriteria: many('assessedCriteria'),
  assignments: many('assignments'),
  recusals: many('recusals'),
}));
extend('User', ({ many }) => ({
  assignments: many('assignments'),
  recusals: many('recusals'),
  scoreSheets: many('scoreSheets'),
}));
extend('Stage', ({ many }) => ({ scoreSheets: many('scoreSheets') }));
extend('Entry', ({ many }) => ({
  scoreSheets: many('scoreSheets'),
  assignments: many('assignments'),
  recusals: many('recusals'),
}));
