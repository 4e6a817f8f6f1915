import { model } from '../../graphql/model.ts';
import { initiativeList } from './inputs.ts';
import { visibleTo } from './policy.ts';

export const Initiative = model('Initiative', {
  visibleTo,
  list: initiativeList,
  columns: [
    'code',
    'kind',
    'name',
    'nameEn',
    'summary',
    'line',
    'quote',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one }) => ({ region: one('region'), source: one('source') }),
});
