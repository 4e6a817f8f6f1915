import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField(
  'projects',
  list('Project', 'Projects that competitions are held on (重点工程项目), by name'),
);
builder.queryField('project', byId('Project', 'The project with this id'));

extend('Region', ({ many }) => ({ projects: many('projects', { detour: withDescendants }) }));
extend('Organization', ({ many }) => ({
  ownedProjects: many('ownedProjects'),
  participations: many('participations'),
}));
