import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField('competitions', list('Competition', 'Competitions (竞赛), the latest year first'));
builder.queryField('competition', byId('Competition', 'The competition with this id'));

extend('Region', ({ many }) => ({ competitions: many('competitions', { detour: withDescendants }) }));
extend('Organization', ({ path }) => ({
  hostedCompetitions: path(
    {
      model: 'Competition',
      from: 'id',
      to: 'id',
      through: { model: 'CompetitionHost', from: 'organizationId', to: 'competitionId' },
    },
    'Competitions that it holds, alone or with others (主办竞赛)',
  ),
}));
extend('Committee', ({ many }) => ({ competitions: many('competitions') }));
