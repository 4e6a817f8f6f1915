import { rows } from './database.js';
import { sizeOf } from './ids.js';
import { APPROVED, COLUMNS } from './tables.js';

/** The last public standing s of the whole competition k. */
const LAST = `lateral (select id from standing
    where competition_id = k.id and stage_id is null and track_id is null and published_at is not null
    order by revision desc limit 1) s on true`;
/** The mean of those who have a rank in it. */
const MEAN = 'round(sum(total) / count(*), 2) as average from standing_row where standing_id = s.id and rank is not null';

/** For each competition its regions, those with most entries first; one row without a region where it has no entries. */
const COUNTED = `select k.id as "competitionId", o.average, n.entries, n.active, n.vetoed, n.headcount,
    a.average as "averageTotal", r.*
  from unnest($1::uuid[]) k (id) left join ${LAST}
  cross join lateral (select ${MEAN}) o
  left join lateral (
    select region_id, count(*)::int as entries, (count(*) filter (where status = 'ACTIVE'))::int as active,
      (count(*) filter (where status = 'VETOED'))::int as vetoed, coalesce(sum(headcount), 0)::int as headcount
    from entry where competition_id = k.id and ${APPROVED} group by 1
  ) n on true
  left join lateral (select region_id, ${MEAN} group by 1) a on a.region_id = n.region_id
  left join (select ${COLUMNS.Region} from region) r on r.id = n.region_id
  order by n.entries desc, (coalesce(r.code, '~') || ' ' || r.id) collate "C"`;

/** How competitions stand. What is counted is read for all of them together, once somebody asks for it. */
export async function statesOfPlay(queries) {
  const ids = queries.map(({ obj }) => obj.id);
  const read = once(() => rows(COUNTED, [ids]));
  return ids.map((id) => ({
    competitionId: id,
    counted: once(async () => tallied((await read()).filter(({ competitionId }) => competitionId === id))),
  }));
}

function once(read) {
  let found;
  return () => (found ??= read());
}

function tallied(found) {
  const byRegion = found.filter(({ id }) => id !== null);
  const sum = (of) => byRegion.reduce((all, region) => all + region[of], 0);
  return {
    entries: sum('entries'),
    active: sum('active'),
    vetoed: sum('vetoed'),
    headcount: sum('headcount'),
    averageTotal: found[0].average,
    byRegion,
  };
}

const USUAL_MOVERS = 10;

/** Who gained or lost most ranks in each competition, by one statement. */
export async function movers(queries) {
  const size = sizeOf(queries[0].params.first ?? USUAL_MOVERS);
  const found = await rows(
    `select k.n, m.rank, m.previous_rank as "previousRank", e.*
      from unnest($1::uuid[]) with ordinality k (id, n) join ${LAST}
      cross join lateral (select rank, previous_rank, entry_id from standing_row
        where standing_id = s.id and previous_rank <> rank
        order by abs(previous_rank - rank) desc, rank, entry_id limit ${size}) m
      left join (select ${COLUMNS.Entry} from entry where ${APPROVED}) e on e.id = m.entry_id
      order by k.n, abs(m.previous_rank - m.rank) desc, m.rank, m.entry_id`,
    [queries.map(({ obj }) => obj.competitionId)],
  );
  const lists = queries.map(() => []);
  for (const row of found) lists[row.n - 1].push(row);
  return lists;
}
