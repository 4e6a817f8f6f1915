select coalesce((
  select '{"data":{"node":{"id":"' || encode(convert_to('Standing:' || s.id, 'UTF8'), 'base64')
    || '","status":"' || s.status
    || '","publishedAt":"' || to_char(s.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","competition":{"id":"' || encode(convert_to('Competition:' || c.id, 'UTF8'), 'base64')
    || '","title":' || to_json(c.title)::text
    || '},"rows":{"totalCount":' || (select count(*) from standing_row where standing_id = s.id)
    || ',"nodes":[' || coalesce((
      select string_agg('{"id":"' || encode(convert_to('StandingRow:' || w.id, 'UTF8'), 'base64')
        || '","ordinal":' || w.ordinal
        || ',"rank":' || coalesce(w.rank::text, 'null')
        || ',"total":' || coalesce('"' || trim_scale(w.total) || '"', 'null')
        || ',"toNext":' || coalesce('"' || trim_scale(w.to_next) || '"', 'null')
        || ',"previousRank":' || coalesce(w.previous_rank::text, 'null')
        || ',"isTied":' || w.is_tied
        || ',"entry":{"id":"' || encode(convert_to('Entry:' || e.id, 'UTF8'), 'base64')
        || '","entryNo":' || coalesce(to_json(e.entry_no)::text, 'null')
        || '},"region":{"id":"' || encode(convert_to('Region:' || r.id, 'UTF8'), 'base64')
        || '","code":' || coalesce(to_json(r.code)::text, 'null')
        || ',"name":' || to_json(r.name)::text
        || '},"breakdown":[' || coalesce((
          select string_agg('{"criterion":{"id":"' || encode(convert_to('Criterion:' || k.id, 'UTF8'), 'base64')
            || '","code":' || to_json(k.code)::text
            || ',"name":' || to_json(k.name)::text
            || '},"weight":"' || trim_scale(p.weight)
            || '","self":' || coalesce('"' || trim_scale(i.self_points) || '"', 'null')
            || ',"assessed":' || coalesce('"' || trim_scale(i.assessed_points) || '"', 'null')
            || ',"confirmed":"' || trim_scale(i.points)
            || '","maxPoints":"' || trim_scale(k.max_points) || '"}', ',' order by p.ordinal, i.ordinal)
          from standing_part p join score_item i on i.sheet_id = p.sheet_id join criterion k on k.id = i.criterion_id
          where p.row_id = w.id
        ), '') || ']}', ',' order by w.ordinal)
      from (select * from standing_row where standing_id = s.id order by ordinal, id limit 20) w
      join entry e on e.id = w.entry_id
      join region r on r.id = w.region_id
    ), '') || ']}}}}'
  from standing s
  join competition c on c.id = s.competition_id
  where s.id = $1::uuid and s.published_at is not null and c.published_at is not null
), '{"data":{"node":null}}') as answer
