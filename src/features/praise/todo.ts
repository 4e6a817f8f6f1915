import { sql } from 'kysely';
import { userIdOf } from '../../platform/actor.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { regionsOf } from '../../platform/reach.ts';
import { NO_LAST_DAY, todo } from '../../platform/todo.ts';
import { OFFICE } from '../notices/policy.ts';

/** When there was nothing left to be heard. */
const CLOSED = sql<Date>`(select max(n.closed_at) from public_notice n where n.shortlist_id = s.id)`;

todo({
  type: 'Shortlist',
  action: 'DECIDE',
  waiting: (actor, db) => {
    const regions = regionsOf(actor, ...OFFICE);
    if (regions.length === 0) return undefined;
    return (
      db
        .selectFrom('shortlist as s')
        .innerJoin('competition as c', 'c.id', 's.competition_id')
        .where('s.status', '=', 'NOTICED')
        .where('c.status', '=', 'NOTICE')
        .where(isOneOf('c.region_id', regions))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('public_notice as n')
                .whereRef('n.shortlist_id', '=', 's.id')
                .where('n.status', '=', 'OPEN')
                .select('n.id'),
            ),
          ),
        )
        // Whoever settled it leaves the decision to others.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('workflow_event as e')
                .whereRef('e.subject_id', '=', 's.id')
                .where('e.action', '=', 'SUBMIT')
                .where('e.actor_user_id', '=', userIdOf(actor))
                .select('e.id'),
            ),
          ),
        )
        .select(['s.id', CLOSED.as('since'), NO_LAST_DAY])
    );
  },
});
