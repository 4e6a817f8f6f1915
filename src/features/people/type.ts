import { model } from '../../graphql/model.ts';
import { personList } from './inputs.ts';
import { detailVisibleTo, visibleTo } from './policy.ts';

export const Person = model('Person', {
  visibleTo,
  list: personList,
  columns: ['name', 'nameEn', 'isDemo', 'version', 'createdAt', 'updatedAt'],
  fields: ({ one }) => ({ employer: one('employer'), details: one('details') }),
});

export const PersonDetail = model('PersonDetail', {
  visibleTo: detailVisibleTo,
  columns: [
    'gender',
    'birthYear',
    'jobTitle',
    'skillGrade',
    'professionalTitle',
    'workerCategories',
    'isEthnicMinority',
    'politicalStatus',
    'phone',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one }) => ({ person: one('person') }),
});
