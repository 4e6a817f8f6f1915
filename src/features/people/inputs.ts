import { filter, textIn } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';

export const personList = {
  filter: filter('Person', { isDemo: 'equals' }, { text: textIn('Person', ['name', 'nameEn']) }),
  order: ordering('Person', ['name', 'createdAt']),
};
