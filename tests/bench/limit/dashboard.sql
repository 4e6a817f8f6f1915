with place as (
  select id, code, name, level, parent_id from region where code = $1
), below as materialized (
  select descendant_id as id from region_ancestry where ancestor_id = (select id from place)
), studio_counts as materialized (
  select level, sum(n)::int as count
  from below, lateral (select level, count(*) as n from studio where region_id = below.id group by 1) each
  group by 1
), project_counts as materialized (
  select status, sum(n)::int as count
  from below, lateral (select status, count(*) as n from project where region_id = below.id group by 1) each
  group by 1
)
select coalesce((
  select '{"data":{"region":{"id":"' || encode(convert_to('Region:' || place.id, 'UTF8'), 'base64')
    || '","code":' || coalesce(to_json(place.code)::text, 'null')
    || ',"name":' || to_json(place.name)::text
    || ',"level":"' || place.level
    || '","parent":' || coalesce((
      select '{"id":"' || encode(convert_to('Region:' || id, 'UTF8'), 'base64')
        || '","code":' || coalesce(to_json(code)::text, 'null')
        || ',"name":' || to_json(name)::text || '}'
      from region where id = place.parent_id
    ), 'null')
    || ',"studios":{"totalCount":' || (select coalesce(sum(count), 0) from studio_counts)
    || ',"byLevel":[' || coalesce((
      select string_agg('{"value":' || coalesce('"' || level || '"', 'null') || ',"count":' || count || '}', ','
        order by count desc, level::text collate "C")
      from studio_counts
    ), '')
    || '],"nodes":[' || coalesce((
      select string_agg('{"id":"' || encode(convert_to('Studio:' || s.id, 'UTF8'), 'base64')
        || '","name":' || to_json(s.name)::text
        || ',"kind":"' || s.kind
        || '","level":' || coalesce('"' || s.level || '"', 'null')
        || ',"lead":' || coalesce((
          select '{"id":"' || encode(convert_to('Person:' || id, 'UTF8'), 'base64')
            || '","name":' || to_json(name)::text || '}'
          from person where id = s.lead_id
        ), 'null')
        || ',"titles":{"nodes":[' || coalesce((
          select string_agg('{"id":"' || encode(convert_to('StudioTitle:' || t.id, 'UTF8'), 'base64')
            || '","level":"' || t.level
            || '","batchYear":' || t.batch_year
            || ',"status":"' || t.status || '"}', ',')
          from (
            select * from studio_title
            where studio_id = s.id and status in ('NOTICE', 'NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED')
            order by level, id limit 3
          ) t
        ), '') || ']}}', ',')
      from (
        select each.*
        from below, lateral (select * from studio where region_id = below.id order by name, id limit 10) each
        order by name, id limit 10
      ) s
    ), '')
    || ']},"projects":{"totalCount":' || (select coalesce(sum(count), 0) from project_counts)
    || ',"byStatus":[' || coalesce((
      select string_agg('{"value":"' || status || '","count":' || count || '}', ','
        order by count desc, status::text collate "C")
      from project_counts
    ), '')
    || ']},"competitions":{"totalCount":' || (
      select count(*) from below join competition on region_id = below.id where published_at is not null
    )
    || ',"nodes":[' || coalesce((
      select string_agg('{"id":"' || encode(convert_to('Competition:' || c.id, 'UTF8'), 'base64')
        || '","title":' || to_json(c.title)::text
        || ',"year":' || c.year
        || ',"status":"' || c.status
        || '","entries":{"totalCount":' || (
          select count(*) from entry
          where competition_id = c.id and status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED')
        )
        || ',"nodes":[' || coalesce((
          select string_agg('{"id":"' || encode(convert_to('Entry:' || e.id, 'UTF8'), 'base64')
            || '","entryNo":' || coalesce(to_json(e.entry_no)::text, 'null')
            || ',"status":"' || e.status
            || '","project":' || coalesce((
              select '{"id":"' || encode(convert_to('Project:' || id, 'UTF8'), 'base64')
                || '","name":' || to_json(name)::text || '}'
              from project where id = e.project_id
            ), 'null') || '}', ',')
          from (
            select * from entry
            where competition_id = c.id and status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED')
            order by entry_no, id limit 5
          ) e
        ), '') || ']}}', ',')
      from (
        select competition.* from below join competition on region_id = below.id where published_at is not null
        order by year desc, competition.id desc limit 5
      ) c
    ), '')
    || ']},"awardGrants":{"nodes":[' || coalesce((
      select string_agg('{"id":"' || encode(convert_to('AwardGrant:' || g.id, 'UTF8'), 'base64')
        || '","grantedOn":"' || g.granted_on
        || '","certificateNo":' || coalesce(to_json(g.certificate_no)::text, 'null')
        || ',"teamName":' || coalesce(to_json(g.team_name)::text, 'null')
        || ',"awardType":' || (
          select '{"id":"' || encode(convert_to('AwardType:' || id, 'UTF8'), 'base64')
            || '","name":' || to_json(name)::text
            || ',"level":"' || level || '"}'
          from award_type where id = g.award_type_id
        )
        || ',"person":' || coalesce((
          select '{"id":"' || encode(convert_to('Person:' || id, 'UTF8'), 'base64')
            || '","name":' || to_json(name)::text || '}'
          from person where id = g.person_id
        ), 'null')
        || ',"organization":' || coalesce((
          select '{"id":"' || encode(convert_to('Organization:' || id, 'UTF8'), 'base64')
            || '","name":' || to_json(name)::text || '}'
          from organization where id = g.organization_id
        ), 'null')
        || ',"project":' || coalesce((
          select '{"id":"' || encode(convert_to('Project:' || id, 'UTF8'), 'base64')
            || '","name":' || to_json(name)::text || '}'
          from project where id = g.project_id
        ), 'null')
        || ',"studio":' || coalesce((
          select '{"id":"' || encode(convert_to('Studio:' || id, 'UTF8'), 'base64')
            || '","name":' || to_json(name)::text || '}'
          from studio where id = g.studio_id
        ), 'null')
        || ',"result":' || coalesce((
          select '{"id":"' || encode(convert_to('InnovationResult:' || id, 'UTF8'), 'base64')
            || '","title":' || to_json(title)::text || '}'
          from innovation_result where id = g.result_id
            and status in ('RECOGNIZED', 'PROMOTED') and not is_confidential
        ), 'null') || '}', ',')
      from (
        select each.*
        from below, lateral (
          select * from award_grant where region_id = below.id and status = 'EFFECTIVE'
          order by granted_on desc, id desc limit 10
        ) each
        order by granted_on desc, id desc limit 10
      ) g
    ), '') || ']}}}}'
  from place
), '{"data":{"region":null}}') as answer
