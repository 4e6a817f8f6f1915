import { filter } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';

export const enclosureList = {
  filter: filter('Enclosure', { createdAt: 'range' }),
  order: ordering('Enclosure', ['createdAt', 'fileName']),
};
