import { userIdOf } from '../../platform/actor.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { regionsOf } from '../../platform/reach.ts';
import { NO_LAST_DAY, todo } from '../../platform/todo.ts';
import { DECIDERS } from './policy.ts';
import { VETOABLE } from './rules.ts';

/** What was raised by others against others, and is to be looked into. */
todo({
  type: 'Veto',
  action: 'CONFIRM',
  waiting: (actor, db) => {
    const regions = regionsOf(actor, ...DECIDERS);
    if (regions.length === 0) return undefined;
    const own = actor.roles.flatMap(({ organizationIds }) => organizationIds);
    return db
      .selectFrom('veto as v')
      .leftJoin('entry as e', 'e.id', 'v.entry_id')
      .leftJoin('competition as c', 'c.id', 'e.competition_id')
      .where('v.status', '=', 'ALLEGED')
      .where(({ or, and, eb }) =>
        or([
          isOneOf('c.region_id', regions),
          and([eb('v.entry_id', 'is', null), isOneOf('v.region_id', regions)]),
        ]),
      )
      .where(({ or, eb }) => or([eb('v.entry_id', 'is', null), eb('e.status', 'in', [...VETOABLE])]))
      .where('v.raiser_id', 'is distinct from', userIdOf(actor))
      .where(({ or, eb, not }) => or([eb('v.unit_id', 'is', null), not(isOneOf('v.unit_id', own))]))
      .select(['v.id', 'v.created_at as since', NO_LAST_DAY]);
  },
});
