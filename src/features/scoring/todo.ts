import { type SqlBool, sql } from 'kysely';
import { heldBy, userIdOf } from '../../platform/actor.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { organizationsOf } from '../../platform/reach.ts';
import { todo } from '../../platform/todo.ts';
import { SCORED_WHILE } from './rules.ts';

/** Whoever keeps out of an entry, or of what its unit does, has nothing to do there. */
const NOT_RECUSED = sql<SqlBool>`not exists (select 1 from recusal r
  where r.user_id = u.id and (r.entry_id = e.id or r.organization_id = e.applicant_id))`;
const NO_END = sql<Date | null>`null::date`.as('due_on');

/** An assessor who was given an entry, and has not begun to score it. */
todo({
  type: 'AssessorAssignment',
  action: 'SCORE',
  waiting: (actor, db) => {
    const own = userIdOf(actor);
    if (!own || heldBy(actor, 'ASSESSOR').length === 0) return undefined;
    return db
      .selectFrom('assessor_assignment as a')
      .innerJoin('entry as e', 'e.id', 'a.entry_id')
      .innerJoin('competition as c', 'c.id', 'e.competition_id')
      .innerJoin('user_account as u', 'u.id', 'a.user_id')
      .where('u.id', '=', own)
      .where(NOT_RECUSED)
      .where('a.ended_at', 'is', null)
      .where('e.status', 'in', ['ACTIVE', 'VETOED'])
      .where('c.status', 'in', SCORED_WHILE)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('scoring_scheme as s')
            .whereRef('s.competition_id', '=', 'c.id')
            .where('s.status', 'in', ['ACTIVE', 'LOCKED'])
            .select('s.id'),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('score_sheet as t')
              .whereRef('t.entry_id', '=', 'e.id')
              .whereRef('t.assessor_id', '=', 'a.user_id')
              .select('t.id'),
          ),
        ),
      )
      .select(['a.id', 'a.created_at as since', NO_END]);
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
      .select(['t.id', 't.updated_at as since', NO_END]);
  },
});
