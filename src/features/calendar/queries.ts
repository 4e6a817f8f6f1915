import { builder } from '../../graphql/builder.ts';
import { list } from '../../graphql/model.ts';

builder.queryField(
  'calendarDays',
  list(
    'CalendarDay',
    'Days that are no ordinary ones (节假日安排): deadlines count in working days, from Monday to Friday but for these',
  ),
);
