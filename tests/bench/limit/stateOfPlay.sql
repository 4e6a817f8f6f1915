with counted as (
  select region_id, count(*) as entries, count(*) filter (where status = 'ACTIVE') as active,
    count(*) filter (where status = 'VETOED') as vetoed, coalesce(sum(headcount), 0) as headcount
  from entry where competition_id = $1::uuid and status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED') group by 1
), ranked as (
  select entry_id, region_id, rank, previous_rank, total from standing_row
  where rank is not null and standing_id = (
    select id from standing
    where competition_id = $1::uuid and stage_id is null and track_id is null and published_at is not null
    order by revision desc limit 1)
), averages as (
  select region_id, trim_scale(round(sum(total) / count(*), 2)) as average from ranked group by 1
)
select coalesce((
  select '{"data":{"node":{"id":"' || encode(convert_to('Competition:' || c.id, 'UTF8'), 'base64')
    || '","title":' || to_json(c.title)::text
    || ',"stateOfPlay":{' || (
      select '"entries":' || coalesce(sum(entries), 0) || ',"active":' || coalesce(sum(active), 0)
        || ',"vetoed":' || coalesce(sum(vetoed), 0) || ',"headcount":' || coalesce(sum(headcount), 0)
      from counted)
    || ',"averageTotal":' || coalesce((
      select '"' || trim_scale(round(sum(total) / count(*), 2)) || '"' from ranked having count(*) > 0), 'null')
    || ',"byRegion":[' || coalesce((
      select string_agg('{"region":{"id":"' || encode(convert_to('Region:' || r.id, 'UTF8'), 'base64')
        || '","code":' || coalesce(to_json(r.code)::text, 'null')
        || ',"name":' || to_json(r.name)::text
        || '},"entries":' || n.entries
        || ',"averageTotal":' || coalesce('"' || a.average || '"', 'null')
        -- Stage summaries are not public.
        || ',"overdue":0}', ',' order by n.entries desc, (coalesce(r.code, '~') || ' ' || r.id) collate "C")
      from counted n join region r on r.id = n.region_id left join averages a on a.region_id = n.region_id
    ), '')
    || '],"movers":[' || coalesce((
      select string_agg('{"entry":{"id":"' || encode(convert_to('Entry:' || e.id, 'UTF8'), 'base64')
        || '","entryNo":' || coalesce(to_json(e.entry_no)::text, 'null')
        || '},"rank":' || m.rank || ',"previousRank":' || m.previous_rank || '}', ','
        order by abs(m.previous_rank - m.rank) desc, m.rank, e.id)
      from (select * from ranked where previous_rank <> rank
        order by abs(previous_rank - rank) desc, rank, entry_id limit 10) m
      join entry e on e.id = m.entry_id
    ), '')
    -- Neither are vetoes.
    || '],"vetoes":[]}}}}'
  from competition c where c.id = $1::uuid and c.published_at is not null
), '{"data":{"node":null}}') as answer
