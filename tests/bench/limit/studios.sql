select '{"data":{"studios":{"nodes":[' || coalesce(nodes, '') || '],"pageInfo":{"hasNextPage":' || (size > 50)::text
  || ',"endCursor":' || coalesce('"' || translate(encode(convert_to(
    '["name","asc",' || to_json(names[least(size, 50)])::text || ',"' || ids[least(size, 50)] || '"]', 'UTF8'), 'base64'),
    E'+/=\n', '-_') || '"', 'null')
  || '}}}}' as answer
from (
  select count(*)::int as size, array_agg(s.name) as names, array_agg(s.id) as ids,
    string_agg('{"id":"' || encode(convert_to('Studio:' || s.id, 'UTF8'), 'base64')
      || '","name":' || to_json(s.name)::text
      || ',"kind":"' || s.kind
      || '","level":' || coalesce('"' || s.level || '"', 'null')
      || ',"foundedOn":' || coalesce('"' || s.founded_on || '"', 'null')
      || ',"status":"' || s.status
      || '","region":' || (
        select '{"id":"' || encode(convert_to('Region:' || id, 'UTF8'), 'base64')
          || '","code":' || coalesce(to_json(code)::text, 'null')
          || ',"name":' || to_json(name)::text
          || ',"level":"' || level || '"}'
        from region where id = s.region_id
      )
      || ',"titles":{"nodes":[' || coalesce((
        select string_agg('{"id":"' || encode(convert_to('StudioTitle:' || t.id, 'UTF8'), 'base64')
          || '","level":"' || t.level
          || '","grade":"' || t.grade
          || '","batchYear":' || t.batch_year
          || ',"status":"' || t.status
          || '","validFrom":' || coalesce('"' || t.valid_from || '"', 'null')
          || ',"nextReviewOn":' || coalesce('"' || t.next_review_on || '"', 'null') || '}', ',')
        from (
          select * from studio_title
          where studio_id = s.id and status in ('NOTICE', 'NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED')
          order by level, id limit 20
        ) t
      ), '')
      || ']},"lead":' || coalesce((
        select '{"id":"' || encode(convert_to('Person:' || l.id, 'UTF8'), 'base64')
        || '","name":' || to_json(l.name)::text
        || ',"awardGrants":{"nodes":[' || coalesce((
          select string_agg('{"id":"' || encode(convert_to('AwardGrant:' || g.id, 'UTF8'), 'base64')
            || '","grantedOn":"' || g.granted_on
            || '","certificateNo":' || coalesce(to_json(g.certificate_no)::text, 'null')
            || ',"awardType":' || (
              select '{"id":"' || encode(convert_to('AwardType:' || id, 'UTF8'), 'base64')
                || '","code":' || to_json(code)::text
                || ',"name":' || to_json(name)::text
                || ',"level":"' || level || '"}'
              from award_type where id = g.award_type_id
            ) || '}', ',')
          from (
            select * from award_grant where person_id = l.id and status = 'EFFECTIVE'
            order by granted_on desc, id desc limit 5
          ) g
        ), '') || ']}}'
        from person l where l.id = s.lead_id
      ), 'null') || '}', ',') filter (where n <= 50) as nodes
  from (
    select *, row_number() over () as n from (
      select * from studio where (name, id) > ($1, $2::uuid) order by name, id limit 51
    ) page
  ) s
) list
