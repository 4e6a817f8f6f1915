-- How public competitions stand. Views, and not functions as for the counties: PostGraphile reads what a view's
-- rows lead to in the same statement, of a function's rows in another one, and PostgreSQL plans a view with the
-- statement that it is part of. Smart tags say how they hang together.
create schema if not exists bench_postgraphile;

-- Who has a rank in the last public standing of the whole competition.
create or replace view bench_postgraphile.ranked as
select c.id as competition_id, w.region_id, w.entry_id, w.rank, w.previous_rank, w.total
from public.competition c
cross join lateral (
  select s.id from public.standing s
  where s.competition_id = c.id and s.stage_id is null and s.track_id is null and s.published_at is not null
  order by s.revision desc limit 1
) last
join public.standing_row w on w.standing_id = last.id
where c.published_at is not null and w.rank is not null;

create or replace view bench_postgraphile.state_of_play as
select c.id as competition_id, n.entries, n.active, n.vetoed, n.headcount, a.average_total
from public.competition c
cross join lateral (
  select count(*)::int as entries, (count(*) filter (where e.status = 'ACTIVE'))::int as active,
    (count(*) filter (where e.status = 'VETOED'))::int as vetoed, coalesce(sum(e.headcount), 0)::int as headcount
  from public.entry e
  where e.competition_id = c.id and e.status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED')
) n
cross join lateral (
  select round(sum(r.total) / count(*), 2) as average_total
  from bench_postgraphile.ranked r where r.competition_id = c.id
) a
where c.published_at is not null;

-- Regions without a code come after those with one. Stage summaries are not public, and so none is overdue.
create or replace view bench_postgraphile.region_state_of_play as
select c.id as competition_id, n.region_id, n.entries, a.average_total, 0 as overdue,
  (coalesce(g.code, '~') || ' ' || g.id) collate "C" as place
from public.competition c
cross join lateral (
  select e.region_id, count(*)::int as entries
  from public.entry e
  where e.competition_id = c.id and e.status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED')
  group by e.region_id
) n
join public.region g on g.id = n.region_id
left join lateral (
  select r.region_id, round(sum(r.total) / count(*), 2) as average_total
  from bench_postgraphile.ranked r where r.competition_id = c.id
  group by r.region_id
) a on a.region_id = n.region_id
where c.published_at is not null;

create or replace view bench_postgraphile.state_of_play_mover as
select competition_id, entry_id, rank, previous_rank, abs(previous_rank - rank) as moved
from bench_postgraphile.ranked
where previous_rank <> rank;

-- Vetoes are not public.
create or replace view bench_postgraphile.state_of_play_veto as
select e.competition_id, v.id as veto_id, v.reason
from public.veto v join public.entry e on e.id = v.entry_id
where false;
