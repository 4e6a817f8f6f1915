select '{"data":{"studios":{"nodes":[' || coalesce(nodes, '') || '],"pageInfo":{"hasNextPage":' || (size > 20)::text
  || ',"endCursor":' || coalesce('"' || translate(encode(convert_to(
    '["name","asc",' || to_json(names[least(size, 20)])::text || ',"' || ids[least(size, 20)] || '"]', 'UTF8'), 'base64'),
    E'+/=\n', '-_') || '"', 'null')
  || '}}}}' as answer
from (
  select count(*)::int as size, array_agg(name) as names, array_agg(id) as ids,
    string_agg('{"id":"' || encode(convert_to('Studio:' || id, 'UTF8'), 'base64')
      || '","name":' || to_json(name)::text
      || ',"kind":"' || kind
      || '","level":' || coalesce('"' || level || '"', 'null')
      || ',"field":' || coalesce(to_json(field)::text, 'null')
      || ',"foundedOn":' || coalesce('"' || founded_on || '"', 'null')
      || ',"status":"' || status || '"}', ',') filter (where n <= 20) as nodes
  from (
    select *, row_number() over () as n from (
      -- Nearly every studio has the word, so that walking through the names soon has a page.
      select * from (select * from studio order by name, id offset 0) named
      where lower(name || ' ' || coalesce(name_en, '') || ' ' || coalesce(field, '')) like $2
        and $1::text[] is not null
      limit 21
    ) page
  ) numbered
) list
