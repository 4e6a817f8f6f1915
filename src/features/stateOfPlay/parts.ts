import type { Call } from '../../platform/call.ts';
import { visible } from '../../platform/visibility.ts';
import { type Bind, todayOf } from '../../platform/where.ts';
import { LARGEST, MOST_MOVERS, MOST_VETOES } from './tallies.ts';

/** What the parts of a state of play are read for: a competition, and a stage or null, as SQL. */
export interface Of {
  readonly competitionId: string;
  readonly stageId: string;
  readonly call: Call;
  readonly bind: Bind;
}

/** Entries that were set up, of each region. */
export function entriesOf({ competitionId, call, bind }: Of): string {
  return `select n.*, g.code from (
      select e.region_id as "regionId", count(*)::int as entries,
        (count(*) filter (where e.status = 'ACTIVE'))::int as active,
        (count(*) filter (where e.status = 'VETOED'))::int as vetoed,
        least(coalesce(sum(e.headcount), 0), ${LARGEST})::int as headcount
      from entry e where e.competition_id = ${competitionId}
        and e.status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED') and ${visible('Entry', call, bind, 'e')}
      group by 1) n
    join region g on g.id = n."regionId"`;
}

/** Summaries of each region and status, before or after their last day. */
export function summariesOf(of: Of): string {
  return `select m.region_id as "regionId", m.status::text as status, ${pastOf(of)} as "isPast", count(*)::int as count
    ${summedUp(of)} group by 1, 2, 3`;
}

/** Whether a summary `m` is past its last day. */
export function pastOf({ bind }: Of): string {
  const today = todayOf(bind);
  return `coalesce(m.due_on < ${today}, false)`;
}

/** Summaries `m`, to select from. */
export function summedUp({ competitionId, stageId, call, bind }: Of): string {
  return `from stage s join stage_summary m on m.stage_id = s.id
    where s.competition_id = ${competitionId} and (${stageId} is null or s.id = ${stageId})
      and ${visible('StageSummary', call, bind, 'm')}`;
}

/**
 * The ranked rows of standings, each the last one that the actor may see, of the stage or the year: of all entries
 * together where there is such a standing, otherwise of each track.
 */
export function rankedOf({ competitionId, stageId, call, bind }: Of): string {
  return `select r.region_id, r.entry_id, r.rank, r.previous_rank, r.total
    from (
      select distinct on (s.track_id) s.id, s.track_id, bool_or(s.track_id is null) over () as has_whole
      from standing s where s.competition_id = ${competitionId} and s.stage_id is not distinct from ${stageId}
        and ${visible('Standing', call, bind, 's')}
      order by s.track_id, s.revision desc) k
    join standing_row r on r.standing_id = k.id and (k.track_id is null or not k.has_whole) and r.rank is not null
      and ${visible('StandingRow', call, bind, 'r')}`;
}

/** Their totals, of each region. */
export function totalsOf(of: Of): string {
  return `select region_id as "regionId", count(*)::int as count, sum(total) as sum from (${rankedOf(of)}) r group by 1`;
}

/** Of the rows of `ranked` those whose rank is another one than before, who gained or lost most first. */
export function moversOf(ranked: string, most: string | number = MOST_MOVERS): string {
  return `select r.entry_id as "entryId", r.rank, r.previous_rank as "previousRank" from ${ranked} r
    where r.previous_rank <> r.rank order by abs(r.previous_rank - r.rank) desc, r.rank, r.entry_id limit ${most}`;
}

/** Vetoes in force, the latest first. */
export function vetoesOf({ competitionId, call, bind }: Of): string {
  return `select v.id as "vetoId", v.entry_id as "entryId", v.reason::text as reason, v.occurred_on as "occurredOn",
      v.confirmed_at as "confirmedAt"
    from entry e join veto v on v.entry_id = e.id
    where e.competition_id = ${competitionId} and v.status = 'CONFIRMED' and ${visible('Veto', call, bind, 'v')}
    order by v.occurred_on desc, v.id desc limit ${MOST_VETOES}`;
}
