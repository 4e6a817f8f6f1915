import type { Call } from '../../platform/call.ts';
import { plusDays } from '../../platform/days.ts';
import type { Exceptions } from './rules.ts';

/** No run of holidays is longer, nor do a few working days take longer. */
const MARGIN = 31;

/** What is no ordinary day between the two days, and for a month beyond them. */
export async function exceptionsAround({ db, signal }: Call, from: Date, to = from): Promise<Exceptions> {
  const rows = await db
    .kysely(signal)
    .selectFrom('calendar_day')
    .where('date', '>=', plusDays(from, -MARGIN))
    .where('date', '<=', plusDays(to, MARGIN))
    .select(['date', 'is_working_day'])
    .execute();
  return new Map(rows.map(({ date, is_working_day }) => [date.getTime(), is_working_day]));
}
