import { filter } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';

export const dayList = {
  filter: filter('CalendarDay', { date: 'range' }),
  order: ordering('CalendarDay', ['date']),
};
