select '{"data":{"competitions":{"nodes":[' || coalesce(nodes, '') || '],"pageInfo":{"hasNextPage":' || (size > 20)::text
  || ',"endCursor":' || coalesce('"' || translate(encode(convert_to(
    '["year","desc",' || years[least(size, 20)] || ',"' || ids[least(size, 20)] || '"]', 'UTF8'), 'base64'),
    E'+/=\n', '-_') || '"', 'null')
  || '}}}}' as answer
from (
  select count(*)::int as size, array_agg(c.year) as years, array_agg(c.id) as ids,
    string_agg('{"id":"' || encode(convert_to('Competition:' || c.id, 'UTF8'), 'base64')
      || '","title":' || to_json(c.title)::text
      || ',"kind":"' || c.kind
      || '","level":"' || c.level
      || '","year":' || c.year
      || ',"status":"' || c.status
      || '","startedAt":' || coalesce('"' || to_char(c.started_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null')
      || ',"entries":{"totalCount":' || (
        select count(*) from entry
        where competition_id = c.id and status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED')
      )
      || ',"nodes":[' || coalesce((
        select string_agg('{"id":"' || encode(convert_to('Entry:' || e.id, 'UTF8'), 'base64')
          || '","entryNo":' || coalesce(to_json(e.entry_no)::text, 'null')
          || ',"teamName":' || coalesce(to_json(e.team_name)::text, 'null')
          || ',"headcount":' || coalesce(e.headcount::text, 'null')
          || ',"status":"' || e.status
          || '","approvedAt":' || coalesce('"' || to_char(e.approved_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null')
          || ',"project":' || coalesce((
            select '{"id":"' || encode(convert_to('Project:' || p.id, 'UTF8'), 'base64')
              || '","name":' || to_json(p.name)::text
              || ',"level":"' || p.level
              || '","plannedInvestment":' || coalesce('"' || trim_scale(p.planned_investment) || '"', 'null')
              || ',"plannedStart":' || coalesce('"' || p.planned_start || '"', 'null')
              || ',"status":"' || p.status
              || '","owner":' || (
                select '{"id":"' || encode(convert_to('Organization:' || o.id, 'UTF8'), 'base64')
                  || '","name":' || to_json(o.name)::text
                  || ',"type":"' || o.type
                  || '","region":{"id":"' || encode(convert_to('Region:' || r.id, 'UTF8'), 'base64')
                  || '","code":' || coalesce(to_json(r.code)::text, 'null')
                  || ',"name":' || to_json(r.name)::text
                  || ',"level":"' || r.level || '"}}'
                from organization o join region r on r.id = o.region_id
                where o.id = p.owner_id
              )
              || ',"awardGrants":{"totalCount":' || (
                select count(*) from award_grant where project_id = p.id and status = 'EFFECTIVE'
              ) || '}}'
            from project p where p.id = e.project_id
          ), 'null') || '}', ',')
        from (
          select * from entry
          where competition_id = c.id and status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED')
          order by entry_no, id limit 10
        ) e
      ), '') || ']}}', ',') filter (where n <= 20) as nodes
  from (
    select *, row_number() over () as n from (
      select * from competition
      where published_at is not null and kind = 'MERIT' and level in ('MUNICIPAL', 'COUNTY')
        and (year, id) < ($1::int, $2::uuid)
      order by year desc, id desc limit 21
    ) page
  ) c
) list
