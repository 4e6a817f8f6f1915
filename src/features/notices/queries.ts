import { builder } from '../../graphql/builder.ts';
import { byId, extend, list } from '../../graphql/model.ts';

builder.queryField('notices', list('PublicNotice', 'Public notices (公示), the last ones to close first'));
builder.queryField('notice', byId('PublicNotice', 'The public notice with this id'));
builder.queryField(
  'objections',
  list('Objection', 'Objections (异议) that you may see, in the order in which they came in'),
);
builder.queryField('objection', byId('Objection', 'The objection with this id'));

extend('Competition', ({ many }) => ({ notices: many('notices') }));
extend('Standing', ({ many }) => ({ notices: many('notices') }));
extend('User', ({ many }) => ({ objections: many('objections') }));
