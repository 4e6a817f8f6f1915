select coalesce((
  select '{"data":{"node":{"id":"' || encode(convert_to('Studio:' || s.id, 'UTF8'), 'base64')
    || '","name":' || to_json(s.name)::text
    || ',"kind":"' || s.kind
    || '","level":' || coalesce('"' || s.level || '"', 'null')
    || ',"field":' || coalesce(to_json(s.field)::text, 'null')
    || ',"foundedOn":' || coalesce('"' || s.founded_on || '"', 'null')
    || ',"status":"' || s.status || '"'
    || ',"region":' || coalesce((
      select '{"id":"' || encode(convert_to('Region:' || id, 'UTF8'), 'base64')
        || '","name":' || to_json(name)::text || '}'
      from region where id = s.region_id
    ), 'null')
    || ',"employer":' || coalesce((
      select '{"id":"' || encode(convert_to('Organization:' || id, 'UTF8'), 'base64')
        || '","name":' || to_json(name)::text || '}'
      from organization where id = s.employer_id
    ), 'null')
    || ',"lead":' || coalesce((
      select '{"id":"' || encode(convert_to('Person:' || id, 'UTF8'), 'base64')
        || '","name":' || to_json(name)::text || '}'
      from person where id = s.lead_id
    ), 'null')
    || '}}}'
  from studio s where s.id = $1::uuid
), '{"data":{"node":null}}') as answer
