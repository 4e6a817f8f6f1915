import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField('standings', list('Standing', 'Standings (排名), the latest first'));
builder.queryField('standing', byId('Standing', 'The standing with this id'));

extend('ScoringScheme', ({ many }) => ({ standings: many('standings') }));
extend('Region', ({ many }) => ({ standingRows: many('standingRows', { detour: withDescendants }) }));
extend('ScoreSheet', ({ path }) => ({
  standingRows: path(
    {
      model: 'StandingRow',
      from: 'id',
      to: 'id',
      through: { model: 'StandingPart', from: 'sheetId', to: 'rowId' },
    },
    'The rows of standings that rest on it (名次)',
  ),
}));
extend('Competition', ({ many }) => ({ standings: many('standings') }));
extend('Track', ({ many }) => ({ standings: many('standings') }));
extend('Stage', ({ many }) => ({ standings: many('standings') }));
extend('Entry', ({ many }) => ({ standingRows: many('standingRows') }));
