import { model } from '../../graphql/model.ts';
import { personList } from './inputs.ts';
import { visibleTo } from './policy.ts';

export const Person = model('Person', {
  visibleTo,
  list: personList,
  columns: ['name', 'nameEn', 'isDemo', 'version', 'createdAt', 'updatedAt'],
  fields: ({ one }) => ({ employer: one('employer') }),
});
