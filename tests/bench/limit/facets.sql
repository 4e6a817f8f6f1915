with place as (
  select id, name from region where code = $1
), counts as materialized (
  select h.descendant_id as region_id, each.level, each.count
  from region_ancestry h, lateral (
    select level, count(*)::int as count from studio where region_id = h.descendant_id group by 1
  ) each
  where h.ancestor_id = (select id from place)
)
select coalesce((
  select '{"data":{"region":{"id":"' || encode(convert_to('Region:' || place.id, 'UTF8'), 'base64')
    || '","name":' || to_json(place.name)::text
    || ',"studios":{"totalCount":' || (select coalesce(sum(count), 0) from counts)
    || ',"byCounty":[' || coalesce((
      select string_agg('{"value":' || coalesce('"' || encode(convert_to('Region:' || g.id, 'UTF8'), 'base64') || '"', 'null')
        || ',"count":' || g.count
        || ',"node":' || coalesce('{"id":"' || encode(convert_to('Region:' || r.id, 'UTF8'), 'base64')
          || '","code":' || coalesce(to_json(r.code)::text, 'null')
          || ',"name":' || to_json(r.name)::text || '}', 'null') || '}', ','
        order by g.count desc, g.id::text)
      from (
        select above.id, sum(each.count) as count
        from (select region_id, sum(count) as count from counts group by 1) each
        left join lateral (
          select r.id from region_ancestry h join region r on r.id = h.ancestor_id
          where h.descendant_id = each.region_id and r.level in ('COUNTY', 'FUNCTIONAL_ZONE')
          order by r.valid_to is not null, r.code, r.id limit 1
        ) above on true
        group by 1 order by 2 desc, above.id::text limit 1000
      ) g
      left join region r on r.id = g.id
    ), '')
    || '],"byLevel":[' || coalesce((
      select string_agg('{"value":' || coalesce('"' || g.level || '"', 'null') || ',"count":' || g.count || '}', ','
        order by g.count desc, g.level::text collate "C")
      from (select level, sum(count) as count from counts group by 1) g
    ), '') || ']}}}}'
  from place
), '{"data":{"region":null}}') as answer
