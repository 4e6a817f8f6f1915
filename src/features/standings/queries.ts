import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';

builder.queryField('standings', list('Standing', 'Standings (排名), the latest first'));
builder.queryField('standing', byId('Standing', 'The standing with this id'));

extend('Competition', ({ many }) => ({ standings: many('standings') }));
extend('Track', ({ many }) => ({ standings: many('standings') }));
extend('Stage', ({ many }) => ({ standings: many('standings') }));
extend('Entry', ({ many }) => ({ standingRows: many('standingRows') }));
