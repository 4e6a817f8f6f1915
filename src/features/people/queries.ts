import { builder } from '../../graphql/builder.ts';
import { extend, list } from '../../graphql/model.ts';

builder.queryField('people', list('Person', 'Workers, leads and mentors, by name'));

extend('Organization', ({ many }) => ({ people: many('people') }));
