import { type SqlBool, sql } from 'kysely';
import type { Role } from '../../generated/prisma/client.ts';
import { type Actor, heldBy } from '../../platform/actor.ts';
import { todo } from '../../platform/todo.ts';

todo({
  type: 'StageSummary',
  action: 'SUBMIT',
  waiting: (actor, db) => {
    const units = organizationsOf(actor, 'UNIT_OFFICER');
    if (units.length === 0) return undefined;
    return db
      .selectFrom('stage_summary as s')
      .where('s.status', 'in', ['DUE', 'DRAFT', 'RETURNED'])
      .where(isOneOf('s.organization_id', units))
      .select(['s.id', 's.updated_at as since', 's.due_on']);
  },
});

todo({
  type: 'StageSummary',
  action: 'ACCEPT',
  waiting: (actor, db) => {
    const regions = heldBy(actor, 'COUNTY_OFFICER').flatMap(({ regionIds }) => regionIds);
    const line = organizationsOf(actor, 'INDUSTRIAL_OFFICER');
    const cities = heldBy(actor, 'MUNICIPAL_OFFICER').flatMap(({ regionIds }) => regionIds);
    if (regions.length + line.length + cities.length === 0) return undefined;
    const own = organizationsOf(actor, 'UNIT_OFFICER');
    // What did not pass a county comes to the city itself.
    const direct = sql<SqlBool>`(e.route[1] in ('MUNICIPAL', 'PROVINCIAL', 'NATIONAL') and ${isOneOf('s.region_id', cities)})`;
    return db
      .selectFrom('stage_summary as s')
      .innerJoin('entry as e', 'e.id', 's.entry_id')
      .where('s.status', '=', 'SUBMITTED')
      .where(({ or }) => or([isOneOf('s.region_id', regions), isOneOf('s.organization_id', line), direct]))
      .where(({ not }) => not(isOneOf('s.organization_id', own)))
      .select(['s.id', 's.submitted_at as since', 's.due_on']) as never;
  },
});

function organizationsOf(actor: Actor, role: Role): readonly string[] {
  return heldBy(actor, role).flatMap(({ organizationIds }) => organizationIds);
}

function isOneOf(column: string, ids: readonly string[]) {
  return sql<SqlBool>`${sql.ref(column)} = any(${ids}::uuid[])`;
}
