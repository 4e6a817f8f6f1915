import { model } from '../../graphql/model.ts';
import { decisionList } from './inputs.ts';
import { visibleTo } from './policy.ts';

export const Decision = model('Decision', {
  visibleTo,
  list: decisionList,
  columns: [
    'docNo',
    'title',
    'kind',
    'nature',
    'issuedOn',
    'text',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one, many }) => ({
    region: one('region'),
    issuer: one('issuer'),
    committee: one('committee'),
    replaces: one('replaces'),
    replacements: many('replacements'),
  }),
});
