select '{"data":{"studios":{"nodes":[' || coalesce(nodes, '') || '],"pageInfo":{"hasNextPage":' || (size > 20)::text
  || ',"endCursor":' || coalesce('"' || translate(encode(convert_to(
    '["name","asc",' || to_json(names[least(size, 20)])::text || ',"' || ids[least(size, 20)] || '"]', 'UTF8'), 'base64'),
    E'+/=\n', '-_') || '"', 'null')
  || '}}}}' as answer
from (
  select count(*)::int as size, array_agg(name) as names, array_agg(id) as ids,
    string_agg('{"id":"' || encode(convert_to('Studio:' || id, 'UTF8'), 'base64')
      || '","name":' || to_json(name)::text
      || ',"nameEn":' || coalesce(to_json(name_en)::text, 'null')
      || ',"kind":"' || kind
      || '","level":' || coalesce('"' || level || '"', 'null')
      || ',"field":' || coalesce(to_json(field)::text, 'null')
      || ',"foundedOn":' || coalesce('"' || founded_on || '"', 'null')
      || ',"siteArea":' || coalesce('"' || trim_scale(site_area) || '"', 'null')
      || ',"annualFunding":' || coalesce('"' || trim_scale(annual_funding) || '"', 'null')
      || ',"status":"' || status
      || '","isDemo":' || is_demo::text
      || ',"version":' || version
      || ',"updatedAt":"' || to_char(updated_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', ',') filter (where n <= 20) as nodes
  from (select *, row_number() over () as n from (select * from studio order by name, id limit 21) page) numbered
) list
