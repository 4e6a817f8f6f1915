import { type SqlBool, sql } from 'kysely';
import { heldBy, userIdOf } from '../../platform/actor.ts';
import { dayAt } from '../../platform/days.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { organizationsOf } from '../../platform/reach.ts';
import { endOfDay, NO_LAST_DAY, todo } from '../../platform/todo.ts';
import { SCORED_WHILE } from './rules.ts';

/** Whoever keeps out of an entry, or of what its unit does, has nothing to do there. */
const NOT_RECUSED = sql<SqlBool>`not exists (select 1 from recusal r
  where r.user_id = u.id and (r.entry_id = e.id or r.organization_id = e.applicant_id))`;

/**
 * An entry that an assessor was given, and has not begun to score: from the end of a stage on, or at once where the
 * competition has none.
 */
todo({
  type: 'AssessorAssignment',
  action: 'SCORE',
  waiting: (actor, db, now) => {
    const own = userIdOf(actor);
    if (!own || heldBy(actor, 'ASSESSOR').length === 0) return undefined;
    return db
      .selectFrom('assessor_assignment as a')
      .innerJoin('user_account as u', 'u.id', 'a.user_id')
      .innerJoin('entry as e', 'e.id', 'a.entry_id')
      .innerJoin('competition as c', 'c.id', 'e.competition_id')
      .leftJoin('stage as s', 's.competition_id', 'c.id')
      .where('u.id', '=', own)
      .where(NOT_RECUSED)
      .where('a.ended_at', 'is', null)
      .where('e.status', 'in', ['ACTIVE', 'VETOED'])
      .where('c.status', 'in', SCORED_WHILE)
      .where(({ or, eb }) => or([eb('s.id', 'is', null), eb('s.ends_on', '<', dayAt(now))]))
      .where(
        sql<SqlBool>`exists (select 1 from scoring_scheme k
          where k.competition_id = c.id and k.status in ('ACTIVE', 'LOCKED'))`,
      )
      .where(
        sql<SqlBool>`not exists (select 1 from score_sheet t
          where t.entry_id = e.id and t.assessor_id = u.id and t.stage_id is not distinct from s.id)`,
      )
      .groupBy('a.id')
      .select([
        'a.id',
        sql<Date>`greatest(a.created_at, min(${endOfDay('s.ends_on')}))`.as('since'),
        NO_LAST_DAY,
      ]);
  },
});

/** Scores that somebody has begun to give: an assessor, or a unit of itself. */
todo({
  type: 'ScoreSheet',
  action: 'SUBMIT',
  waiting: (actor, db) => {
    const own = heldBy(actor, 'ASSESSOR').length > 0 ? userIdOf(actor) : null;
    const units = organizationsOf(actor, 'UNIT_OFFICER');
    if (!own && units.length === 0) return undefined;
    return db
      .selectFrom('score_sheet as t')
      .innerJoin('entry as e', 'e.id', 't.entry_id')
      .innerJoin('competition as c', 'c.id', 'e.competition_id')
      .leftJoin('user_account as u', 'u.id', 't.assessor_id')
      .where('t.status', '=', 'DRAFT')
      .where(NOT_RECUSED)
      .where('e.status', 'in', ['ACTIVE', 'VETOED'])
      .where('c.status', 'in', SCORED_WHILE)
      .where(({ or, and, eb }) =>
        or([
          and([eb('t.kind', '=', 'ASSESSOR'), eb('t.assessor_id', '=', own)]),
          and([eb('t.kind', '=', 'SELF'), isOneOf('e.applicant_id', units)]),
        ]),
      )
      .select(['t.id', 't.updated_at as since', NO_LAST_DAY]);
  },
});
