-- Studios of a region and below, counted by county or zone. A function of PostGraphile's own kind: it
-- becomes a field of Region, and its statement part of the one that reads the region.
create schema if not exists bench_postgraphile;

do $$ begin
  create type bench_postgraphile.region_count as (region_id uuid, count int);
exception when duplicate_object then null;
end $$;

create or replace function bench_postgraphile.region_studios_by_county(region public.region)
returns setof bench_postgraphile.region_count language sql stable parallel safe as $$
  with counts as materialized (
    select h.descendant_id as region_id, each.count
    from public.region_ancestry h
    cross join lateral (select count(*) from public.studio s where s.region_id = h.descendant_id) each
    where h.ancestor_id = region.id and each.count > 0
  )
  select above.id, sum(counts.count)::int
  from counts
  left join lateral (
    select r.id from public.region_ancestry h join public.region r on r.id = h.ancestor_id
    where h.descendant_id = counts.region_id and r.level in ('COUNTY', 'FUNCTIONAL_ZONE')
    order by r.valid_to is not null, r.code, r.id limit 1
  ) above on true
  group by 1 order by 2 desc, 1 limit 1000
$$;
