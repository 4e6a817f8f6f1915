import { builder } from '../../graphql/builder.ts';
import { Viewer } from './type.ts';

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    description: 'You: who is asking, and as what',
    resolve: (_root, _args, { actor }) => actor,
  }),
);
