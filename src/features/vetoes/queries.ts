import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';
import { withDescendants } from '../regions/inputs.ts';

builder.queryField('vetoes', list('Veto', 'Vetoes (一票否决) that you may see, the latest first'));
builder.queryField('veto', byId('Veto', 'The veto with this id'));

extend('Entry', ({ many }) => ({ vetoes: many('vetoes') }));
extend('Organization', ({ many }) => ({
  vetoes: many('vetoes'),
  unitVetoes: many('unitVetoes'),
  raisedVetoes: many('raisedVetoes'),
}));
extend('User', ({ many }) => ({ raisedVetoes: many('raisedVetoes') }));
extend('Person', ({ many }) => ({ vetoes: many('vetoes') }));
extend('Region', ({ many }) => ({ vetoes: many('vetoes', { detour: withDescendants }) }));
