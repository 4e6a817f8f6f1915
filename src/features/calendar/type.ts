import { model } from '../../graphql/model.ts';
import { dayList } from './inputs.ts';
import { visibleTo } from './policy.ts';

export const CalendarDay = model('CalendarDay', {
  visibleTo,
  list: dayList,
  columns: ['date', 'isWorkingDay', 'name', 'source'],
});
