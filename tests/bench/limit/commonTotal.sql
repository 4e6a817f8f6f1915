select '{"data":{"studios":{"totalCount":' || (
  select count(*) from studio
  where lower(name || ' ' || coalesce(name_en, '') || ' ' || coalesce(field, '')) like $2 and $1::text[] is not null
) || '}}}' as answer
