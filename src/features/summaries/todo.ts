import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Tables } from '../../platform/models.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { organizationsOf, regionsOf } from '../../platform/reach.ts';
import { todo } from '../../platform/todo.ts';
import { GOING } from './rules.ts';

for (const [action, statuses] of [
  ['SAVE', ['DUE']],
  ['SUBMIT', ['DRAFT', 'RETURNED']],
] as const) {
  todo({
    type: 'StageSummary',
    action,
    waiting: (actor, db) => {
      const units = organizationsOf(actor, 'UNIT_OFFICER');
      if (units.length === 0) return undefined;
      return going(db)
        .where('s.status', 'in', statuses)
        .where(isOneOf('s.organization_id', units))
        .select(['s.id', 's.updated_at as since', 's.due_on']);
    },
  });
}

todo({
  type: 'StageSummary',
  action: 'ACCEPT',
  waiting: (actor, db) => {
    const regions = regionsOf(actor, 'COUNTY_OFFICER');
    const line = organizationsOf(actor, 'INDUSTRIAL_OFFICER');
    const cities = regionsOf(actor, 'MUNICIPAL_OFFICER');
    if (regions.length + line.length + cities.length === 0) return undefined;
    const own = organizationsOf(actor, 'UNIT_OFFICER');
    // What did not pass a county comes to the city itself.
    const direct = sql<SqlBool>`(e.route[1] in ('MUNICIPAL', 'PROVINCIAL', 'NATIONAL') and ${isOneOf('s.region_id', cities)})`;
    return going(db)
      .where('s.status', '=', 'SUBMITTED')
      .where(({ or }) => or([isOneOf('s.region_id', regions), isOneOf('s.organization_id', line), direct]))
      .where(({ not }) => not(isOneOf('s.organization_id', own)))
      .select(['s.id', 's.submitted_at as since', 's.due_on']) as never;
  },
});

/** Summaries in competitions that go on: nothing waits in one that is halted or over. */
function going(db: Kysely<Tables>) {
  return db
    .selectFrom('stage_summary as s')
    .innerJoin('entry as e', 'e.id', 's.entry_id')
    .innerJoin('competition as c', 'c.id', 'e.competition_id')
    .where('c.status', 'in', GOING);
}
