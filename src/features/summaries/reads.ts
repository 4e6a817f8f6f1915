import { sql } from 'kysely';
import type { AdminLevel } from '../../generated/prisma/client.ts';
import type { Call } from '../../platform/call.ts';
import { dayAt } from '../../platform/days.ts';
import { entry } from '../../platform/loaders.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { condition } from '../../platform/where.ts';
import { type Duty, mayReportOn, visibleTo } from './policy.ts';
import { type Collected, type Figure, MOST_PROBLEMS, type Problem, type Report, reportOf } from './report.ts';

/** For each summary, what decides who does what to it. */
export async function dutiesOf(
  ids: readonly string[],
  { db, signal }: Pick<Call, 'db' | 'signal'>,
): Promise<Duty[]> {
  const rows = await db
    .kysely(signal)
    .selectFrom('stage_summary as s')
    .innerJoin('entry as e', 'e.id', 's.entry_id')
    .innerJoin('competition as c', 'c.id', 'e.competition_id')
    .where(isOneOf('s.id', ids))
    .select(['s.id', 'c.region_id as competitionRegionId', 'c.status as competitionStatus'])
    .select(sql<AdminLevel[]>`e.route::text[]`.as('route'))
    .select(
      sql<string[]>`array(select distinct w.actor_user_id::text from workflow_event w
        where w.subject_type = 'StageSummary' and w.subject_id = s.id and w.action = 'SUBMIT'
          and w.actor_user_id is not null)`.as('submitterIds'),
    )
    .execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id)!);
}

/** What a report is of. */
interface Subject {
  readonly stageId: string;
  readonly stage: string;
  readonly competition: string;
  readonly regionId: string;
  readonly region: string;
}

/**
 * For each stage, what its summaries in a region and below come to: in the region with this id, or where the
 * competition is held. Null where the actor does not look after that region as a whole.
 */
export async function reportsOf(
  regionId: string | null,
  stageIds: readonly string[],
  call: Call,
): Promise<(Report | null)[]> {
  const subjects = (await subjectsOf(regionId, stageIds, call)).filter((each) =>
    mayReportOn(call.actor, each.regionId),
  );
  if (subjects.length === 0) return stageIds.map(() => null);
  const [counts, figures, problems] = await Promise.all([
    countsOf(subjects, call),
    figuresOf(subjects, call),
    problemsOf(subjects, call),
  ]);
  const reports = new Map(
    subjects.map((subject, n) => [
      subject.stageId,
      reportOf({
        ...subject,
        counts: counts.get(n) ?? [],
        figures: figures.get(n) ?? [],
        problems: problems.get(n) ?? [],
      }),
    ]),
  );
  return stageIds.map((id) => reports.get(id) ?? null);
}

function subjectsOf(regionId: string | null, stageIds: readonly string[], { db, signal }: Call) {
  return db
    .kysely(signal)
    .selectFrom('stage as s')
    .innerJoin('competition as c', 'c.id', 's.competition_id')
    .innerJoin('region as r', (join) => join.on('r.id', '=', sql`coalesce(${regionId}::uuid, c.region_id)`))
    .where(isOneOf('s.id', stageIds))
    .select(['s.id as stageId', 's.name as stage', 'c.title as competition'])
    .select(['r.id as regionId', 'r.name as region'])
    .execute();
}

/** Rows of a report each, told apart by the number of its subject. */
type Numbered<Row> = Row & { readonly n: number };

/** The subjects as the table `p`, and the summaries that each is made of as `m`. */
function summariesOf(subjects: readonly Subject[], { actor }: Call) {
  const stages = subjects.map(({ stageId }) => stageId);
  const regions = subjects.map(({ regionId }) => regionId);
  return {
    of: sql`unnest(${stages}::uuid[], ${regions}::uuid[]) with ordinality p (stage_id, region_id, n)`,
    m: sql`stage_summary m join region_ancestry h on h.ancestor_id = p.region_id and h.descendant_id = m.region_id`,
    isMeant: sql`m.stage_id = p.stage_id and ${condition('StageSummary', visibleTo(actor), 'm')}`,
  };
}

async function countsOf(subjects: readonly Subject[], call: Call) {
  const { of, m, isMeant } = summariesOf(subjects, call);
  const { rows } = await sql<Numbered<Collected>>`
    select p.n::int as n, m.status::text as status, coalesce(m.due_on < ${dayAt(call.now())}::date, false) as "isPast",
      count(*)::int as count
    from ${of} cross join lateral (select m.status, m.due_on from ${m} where ${isMeant}) m group by 1, 2, 3`.execute(
    call.db.kysely(call.signal),
  );
  return numbered(rows);
}

async function figuresOf(subjects: readonly Subject[], call: Call) {
  const { of, m, isMeant } = summariesOf(subjects, call);
  const { rows } = await sql<Numbered<Figure>>`
    select p.n::int as n, k.id as "metricId", k.name, k.unit, k.target, k.aggregation::text as aggregation, f.*
    from ${of} join stage s on s.id = p.stage_id join metric k on k.competition_id = s.competition_id
    cross join lateral (
      select count(v.value)::int as count, sum(v.value) as sum, min(v.value) as min, max(v.value) as max
      from ${m} join metric_value v on v.summary_id = m.id and v.metric_id = k.id
      where ${isMeant} and m.status = 'ACCEPTED') f
    order by k.ordinal`.execute(call.db.kysely(call.signal));
  return numbered(rows);
}

async function problemsOf(subjects: readonly Subject[], call: Call) {
  const { of, m, isMeant } = summariesOf(subjects, call);
  const { rows } = await sql<Numbered<Problem>>`
    select p.n::int as n, f.* from ${of} cross join lateral (
      select o.id as "organizationId", o.name as organization, m.problems as text,
        count(*) over ()::int as "ofThese"
      from ${m} join organization o on o.id = m.organization_id
      where ${isMeant} and m.status = 'ACCEPTED' and m.problems is not null
      order by o.name, m.id limit ${MOST_PROBLEMS}) f
    order by p.n, f.organization`.execute(call.db.kysely(call.signal));
  return numbered(rows);
}

function numbered<Row>(rows: readonly Numbered<Row>[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) entry(groups, row.n - 1, () => []).push(row);
  return groups;
}
