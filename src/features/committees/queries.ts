import { builder } from '../../graphql/builder.ts';
import { extend, list } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField('committees', list('Committee', 'Labor competition committees (劳动竞赛委员会), by name'));

extend('Region', ({ many }) => ({ committees: many('committees', { detour: withDescendants }) }));
extend('Organization', ({ many }) => ({
  committeeOffices: many('committeeOffices'),
  committeeSeats: many('committeeSeats'),
}));
extend('Person', ({ many }) => ({ committeeSeats: many('committeeSeats') }));
