select '{"data":{"awardGrants":{"nodes":[' || coalesce(nodes, '') || '],"pageInfo":{"hasNextPage":' || (size > 20)::text
  || ',"endCursor":' || coalesce('"' || translate(encode(convert_to(
    '["grantedOn","desc","' || days[least(size, 20)] || 'T00:00:00.000Z","' || ids[least(size, 20)] || '"]', 'UTF8'), 'base64'),
    E'+/=\n', '-_') || '"', 'null')
  || '}}}}' as answer
from (
  select count(*)::int as size, array_agg(granted_on) as days, array_agg(id) as ids,
    string_agg('{"id":"' || encode(convert_to('AwardGrant:' || id, 'UTF8'), 'base64')
      || '","grantedOn":"' || granted_on
      || '","certificateNo":' || coalesce(to_json(certificate_no)::text, 'null')
      || ',"teamName":' || coalesce(to_json(team_name)::text, 'null')
      || ',"citation":' || coalesce(to_json(citation)::text, 'null')
      || ',"status":"' || status
      || '","isDemo":' || is_demo::text
      || ',"version":' || version || '}', ',') filter (where n <= 20) as nodes
  from (
    select *, row_number() over () as n from (
      select * from award_grant where status = 'EFFECTIVE' and (granted_on, id) < ($1::date, $2::uuid)
      order by granted_on desc, id desc limit 21
    ) page
  ) numbered
) list
