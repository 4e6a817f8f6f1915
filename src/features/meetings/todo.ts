import { type SqlBool, sql } from 'kysely';
import { userIdOf } from '../../platform/actor.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { organizationsOf, regionsOf } from '../../platform/reach.ts';
import { NO_LAST_DAY, todo } from '../../platform/todo.ts';
import { OVER_ORGANIZATIONS } from '../../platform/visibility.ts';
import { FEDERATIONS } from '../organizations/policy.ts';
import { OFFICE } from './policy.ts';

/** The day that it is in China. */
const HELD_ON = sql<Date>`(m.held_at at time zone 'UTC' + interval '8 hours')::date`;

for (const [action, status] of [
  ['HOLD', 'PLANNED'],
  ['CLOSE', 'HELD'],
] as const) {
  todo({
    type: 'CommitteeMeeting',
    action,
    waiting: (actor, db) => {
      const regions = regionsOf(actor, ...OFFICE);
      if (regions.length === 0) return undefined;
      return (
        db
          .selectFrom('committee_meeting as m')
          .innerJoin('committee as c', 'c.id', 'm.committee_id')
          .where('m.status', '=', status)
          .where(isOneOf('c.region_id', regions))
          .select(['m.id', 'm.updated_at as since'])
          // A meeting is held on its day; when it is to be closed is not set.
          .select(action === 'HOLD' ? HELD_ON.as('due_on') : NO_LAST_DAY)
      );
    },
  });
}

todo({
  type: 'ActionItem',
  action: 'REPORT',
  waiting: (actor, db) => {
    const own = organizationsOf(actor, ...OVER_ORGANIZATIONS);
    const regions = regionsOf(actor, ...FEDERATIONS);
    if (own.length + regions.length === 0) return undefined;
    const ofFederation = sql<SqlBool>`(o.type = 'UNION_FEDERATION' and ${isOneOf('o.region_id', regions)})`;
    return db
      .selectFrom('action_item as i')
      .innerJoin('organization as o', 'o.id', 'i.owner_id')
      .where('i.status', '=', 'OPEN')
      .where(({ or }) => or([isOneOf('i.owner_id', own), ofFederation]))
      .select(['i.id', 'i.updated_at as since', 'i.due_on']);
  },
});

todo({
  type: 'ActionItem',
  action: 'CONFIRM',
  waiting: (actor, db) => {
    const regions = regionsOf(actor, ...OFFICE);
    if (regions.length === 0) return undefined;
    const own = organizationsOf(actor, ...OVER_ORGANIZATIONS);
    return db
      .selectFrom('action_item as i')
      .innerJoin('committee_meeting as m', 'm.id', 'i.meeting_id')
      .innerJoin('committee as c', 'c.id', 'm.committee_id')
      .where('i.status', '=', 'DONE')
      .where(isOneOf('c.region_id', regions))
      .where(({ not }) => not(isOneOf('i.owner_id', own)))
      .where('i.reporter_id', 'is distinct from', userIdOf(actor))
      .select(['i.id', 'i.reported_at as since'])
      .select(NO_LAST_DAY) as never;
  },
});
