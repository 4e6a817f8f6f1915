import { type Kysely, type SqlBool, sql } from 'kysely';
import type { AdminLevel, Role } from '../../generated/prisma/client.ts';
import { type Actor, userIdOf } from '../../platform/actor.ts';
import type { Tables } from '../../platform/models.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { organizationsOf, regionsOf } from '../../platform/reach.ts';
import { NO_LAST_DAY, todo } from '../../platform/todo.ts';

/** Who examines at which level what comes from their region. */
const AT: Partial<Record<Role, AdminLevel>> = {
  COUNTY_OFFICER: 'COUNTY',
  MUNICIPAL_OFFICER: 'MUNICIPAL',
  PROVINCIAL_OFFICER: 'PROVINCIAL',
};

todo({
  type: 'Entry',
  action: 'SUBMIT',
  waiting: (actor, db) => {
    const units = organizationsOf(actor, 'UNIT_OFFICER');
    if (units.length === 0) return undefined;
    return db
      .selectFrom('entry as e')
      .innerJoin('competition as c', 'c.id', 'e.competition_id')
      .where('e.status', 'in', ['DRAFT', 'RETURNED'])
      .where('c.status', '=', 'APPLYING')
      .where(isOneOf('e.applicant_id', units))
      .select(['e.id', 'e.updated_at as since'])
      .select(sql<Date | null>`(c.applications_close_at at time zone 'Asia/Shanghai')::date`.as('due_on'));
  },
});

for (const [action, comparison] of [
  ['RECOMMEND', '<'],
  ['APPROVE', '='],
] as const) {
  todo({
    type: 'Entry',
    action,
    waiting: (actor, db) => {
      const mine = examined(actor, action === 'APPROVE');
      if (mine.length === 0) return undefined;
      const isAtPlace = sql<SqlBool>`e.step ${sql.raw(comparison)} cardinality(e.route) - 1`;
      return pending(db, actor)
        .where(isAtPlace)
        .where(sql<SqlBool>`(${sql.join(mine, sql` or `)})`);
    },
  });
}

/** What waits to be examined, but for what is the actor's own. */
function pending(db: Kysely<Tables>, actor: Actor) {
  const own = organizationsOf(actor, 'UNIT_OFFICER');
  const userId = userIdOf(actor);
  return db
    .selectFrom('entry as e')
    .innerJoin('competition as c', 'c.id', 'e.competition_id')
    .where('e.status', 'in', ['SUBMITTED', 'RECOMMENDED'])
    .where('c.status', 'in', ['APPLYING', 'RUNNING'])
    .where(({ not }) => not(isOneOf('e.applicant_id', own)))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('workflow_event as w')
            .where('w.subject_type', '=', 'Entry')
            .whereRef('w.subject_id', '=', 'e.id')
            .where('w.action', '=', 'SUBMIT')
            .where('w.actor_user_id', '=', userId)
            .select('w.id'),
        ),
      ),
    )
    .select(['e.id', 'e.updated_at as since'])
    .select(NO_LAST_DAY);
}

/** The conditions that it is before one of the actor's roles: at its level, from its region or line. */
function examined(actor: Actor, isLast: boolean) {
  const levelAt = (level: AdminLevel) => sql<SqlBool>`e.route[e.step + 1] = ${level}::"AdminLevel"`;
  const conditions = Object.entries(AT).flatMap(([role, level]) => {
    const regions = regionsOf(actor, role as Role);
    if (regions.length === 0) return [];
    const reached = isLast
      ? sql<SqlBool>`${isOneOf('e.region_id', regions)} and ${isOneOf('c.region_id', regions)}`
      : isOneOf('e.region_id', regions);
    return [sql<SqlBool>`(${levelAt(level)} and ${reached})`];
  });
  const line = organizationsOf(actor, 'INDUSTRIAL_OFFICER');
  if (!isLast && line.length > 0)
    conditions.push(sql<SqlBool>`(${levelAt('COUNTY')} and ${isOneOf('e.applicant_id', line)})`);
  const offices = regionsOf(actor, 'COMMITTEE_OFFICE');
  if (isLast && offices.length > 0) conditions.push(isOneOf('c.region_id', offices));
  return conditions;
}
