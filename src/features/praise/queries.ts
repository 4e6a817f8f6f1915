import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';

builder.queryField(
  'shortlists',
  list('Shortlist', 'Lists of those who are to be praised (拟表扬名单), the latest first'),
);
builder.queryField('shortlist', byId('Shortlist', 'The shortlist with this id'));

extend('Competition', ({ many }) => ({ shortlists: many('shortlists') }));
extend('Track', ({ many }) => ({ shortlists: many('shortlists'), quotaRules: many('quotaRules') }));
extend('Standing', ({ many }) => ({ shortlists: many('shortlists') }));
extend('StandingRow', ({ many }) => ({ candidacies: many('candidacies') }));
extend('Entry', ({ many }) => ({ candidacies: many('candidacies') }));
extend('AwardType', ({ many }) => ({ quotaRules: many('quotaRules') }));
extend('Decision', ({ many }) => ({ shortlists: many('shortlists') }));
