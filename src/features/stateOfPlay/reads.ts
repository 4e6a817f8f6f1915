import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../../platform/call.ts';
import { dayAt } from '../../platform/days.ts';
import { entry, loader } from '../../platform/loaders.ts';
import type { ModelName } from '../../platform/models.ts';
import { visibilityOf } from '../../platform/visibility.ts';
import { condition } from '../../platform/where.ts';
import {
  type EntryTally,
  MOST_MOVERS,
  MOST_VETOES,
  type Mover,
  type StateOfPlay,
  type Subject,
  type SummaryTally,
  type TotalTally,
  type VetoInForce,
} from './tallies.ts';

/** How a competition or a stage stands now, as far as the actor may see it: each part is one statement for all of a tick. */
export function stateOfPlay(call: Call, subject: Subject): StateOfPlay {
  const key = JSON.stringify([subject.competitionId, subject.stageId]);
  const part =
    <Part>(read: Read<Part>) =>
    () =>
      loader(call, read, '', async (keys: readonly string[]) => {
        const found = new Map<number, Part[]>();
        for (const { n, ...row } of await read(call, subjectsOf(keys)))
          entry(found, n - 1, () => []).push(row as unknown as Part);
        return keys.map((_, n) => found.get(n) ?? []);
      }).load(key);
  return {
    ...subject,
    asOf: call.now(),
    entries: part(entryTallies),
    summaries: part(summaryTallies),
    totals: part(totalTallies),
    movers: part(moversOf),
    vetoes: part(vetoesOf),
  };
}

/** Reads a part of several states of play: rows with the number of the subject that they are of. */
type Read<Part> = (call: Call, subjects: RawBuilder<unknown>) => Promise<(Part & { readonly n: number })[]>;

/** The subjects as a table `p`. */
function subjectsOf(keys: readonly string[]): RawBuilder<unknown> {
  const subjects = keys.map((key) => JSON.parse(key) as [string, string | null]);
  const [competitions, stages] = [subjects.map(([id]) => id), subjects.map(([, id]) => id)];
  return sql`unnest(${competitions}::uuid[], ${stages}::uuid[]) with ordinality p (competition_id, stage_id, n)`;
}

/** That the actor may see a row: by the one condition of its type. */
function seen(model: ModelName, { actor }: Call, table: string) {
  return condition(model, visibilityOf(model)(actor), table);
}

async function rowsOf<Row>({ db, signal }: Call, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(db.kysely(signal))).rows;
}

function entryTallies(call: Call, subjects: RawBuilder<unknown>) {
  return rowsOf(
    call,
    sql<EntryTally & { n: number }>`
    select p.n::int as n, e.region_id as "regionId", g.code, count(*)::int as entries,
      (count(*) filter (where e.status = 'ACTIVE'))::int as active,
      (count(*) filter (where e.status = 'VETOED'))::int as vetoed,
      least(coalesce(sum(e.headcount), 0), 2147483647)::int as headcount
    from ${subjects} join entry e on e.competition_id = p.competition_id join region g on g.id = e.region_id
    where e.status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED') and ${seen('Entry', call, 'e')} group by 1, 2, 3`,
  );
}

function summaryTallies(call: Call, subjects: RawBuilder<unknown>) {
  return rowsOf(
    call,
    sql<SummaryTally & { n: number }>`
    select p.n::int as n, m.region_id as "regionId", m.status::text as status,
      coalesce(m.due_on < ${dayAt(call.now())}::date, false) as "isPast", count(*)::int as count
    from ${subjects} join stage s on s.competition_id = p.competition_id and s.id = coalesce(p.stage_id, s.id)
    join stage_summary m on m.stage_id = s.id where ${seen('StageSummary', call, 'm')} group by 1, 2, 3, 4`,
  );
}

/**
 * Rows of standings as `r`, each of the last one that the actor may see, of the stage or the year: of all entries
 * together where there is such a standing, otherwise of each track.
 */
function latestRows(call: Call, subjects: RawBuilder<unknown>) {
  return sql`${subjects} cross join lateral (
      select k.id from (
        select distinct on (s.track_id) s.id, s.track_id, bool_or(s.track_id is null) over () as has_whole
        from standing s where s.competition_id = p.competition_id and s.stage_id is not distinct from p.stage_id
          and ${seen('Standing', call, 's')}
        order by s.track_id, s.revision desc) k
      where k.track_id is null or not k.has_whole) k
    join standing_row r on r.standing_id = k.id and r.rank is not null and ${seen('StandingRow', call, 'r')}`;
}

function totalTallies(call: Call, subjects: RawBuilder<unknown>) {
  return rowsOf(
    call,
    sql<TotalTally & { n: number }>`
    select p.n::int as n, r.region_id as "regionId", count(*)::int as count, sum(r.total) as sum
    from ${latestRows(call, subjects)} group by 1, 2`,
  );
}

function moversOf(call: Call, subjects: RawBuilder<unknown>) {
  return rowsOf(
    call,
    sql<Mover & { n: number }>`
    select f.n::int as n, f.entry_id as "entryId", f.rank, f.previous_rank as "previousRank" from (
      select p.n, r.entry_id, r.rank, r.previous_rank, row_number() over (partition by p.n
        order by abs(r.previous_rank - r.rank) desc, r.rank, r.entry_id) as place
      from ${latestRows(call, subjects)} where r.previous_rank <> r.rank) f
    where f.place <= ${MOST_MOVERS} order by f.n, f.place`,
  );
}

function vetoesOf(call: Call, subjects: RawBuilder<unknown>) {
  return rowsOf(
    call,
    sql<VetoInForce & { n: number }>`
    select f.n::int as n, f.id as "vetoId", f.entry_id as "entryId", f.reason::text as reason,
      f.occurred_on as "occurredOn", f.confirmed_at as "confirmedAt" from (
      select p.n, v.*, row_number() over (partition by p.n order by v.occurred_on desc, v.id desc) as place
      from ${subjects} join entry e on e.competition_id = p.competition_id join veto v on v.entry_id = e.id
      where v.status = 'CONFIRMED' and ${seen('Veto', call, 'v')}) f
    where f.place <= ${MOST_VETOES} order by f.n, f.place`,
  );
}
