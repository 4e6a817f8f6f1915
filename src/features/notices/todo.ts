import { userIdOf } from '../../platform/actor.ts';
import { dayAt } from '../../platform/days.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { regionsOf } from '../../platform/reach.ts';
import { endOfDay, NO_LAST_DAY, todo } from '../../platform/todo.ts';
import { OFFICE } from './policy.ts';

const OVER = endOfDay('n.closes_on');

todo({
  type: 'PublicNotice',
  action: 'CLOSE',
  waiting: (actor, db, now) => {
    const regions = regionsOf(actor, ...OFFICE);
    if (regions.length === 0) return undefined;
    return db
      .selectFrom('public_notice as n')
      .innerJoin('competition as c', 'c.id', 'n.competition_id')
      .where('n.status', '=', 'OPEN')
      .where('n.closes_on', '<', dayAt(now))
      .where(isOneOf('c.region_id', regions))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('objection as o')
              .whereRef('o.notice_id', '=', 'n.id')
              .where('o.status', '=', 'OPEN')
              .select('o.id'),
          ),
        ),
      )
      .select(['n.id', OVER.as('since'), NO_LAST_DAY]);
  },
});

todo({
  type: 'Objection',
  action: 'HANDLE',
  waiting: (actor, db) => {
    const regions = regionsOf(actor, ...OFFICE);
    if (regions.length === 0) return undefined;
    return db
      .selectFrom('objection as o')
      .innerJoin('public_notice as n', 'n.id', 'o.notice_id')
      .innerJoin('competition as c', 'c.id', 'n.competition_id')
      .where('o.status', '=', 'OPEN')
      .where(isOneOf('c.region_id', regions))
      .where('o.raiser_id', 'is distinct from', userIdOf(actor))
      .select(['o.id', 'o.received_at as since', NO_LAST_DAY]);
  },
});
