select coalesce((
  select '{"data":{"node":{"id":"' || encode(convert_to('Project:' || p.id, 'UTF8'), 'base64')
    || '","name":' || to_json(p.name)::text
    || ',"level":"' || p.level
    || '","approvalCode":' || coalesce(to_json(p.approval_code)::text, 'null')
    || ',"industryCode":' || coalesce(to_json(p.industry_code)::text, 'null')
    || ',"plannedInvestment":' || coalesce('"' || trim_scale(p.planned_investment) || '"', 'null')
    || ',"plannedStart":' || coalesce('"' || p.planned_start || '"', 'null')
    || ',"plannedEnd":' || coalesce('"' || p.planned_end || '"', 'null')
    || ',"status":"' || p.status
    || '","region":{"id":"' || encode(convert_to('Region:' || r.id, 'UTF8'), 'base64')
    || '","code":' || coalesce(to_json(r.code)::text, 'null')
    || ',"name":' || to_json(r.name)::text
    || ',"level":"' || r.level
    || '"},"owner":{"id":"' || encode(convert_to('Organization:' || o.id, 'UTF8'), 'base64')
    || '","name":' || to_json(o.name)::text
    || ',"type":"' || o.type
    || '","region":{"id":"' || encode(convert_to('Region:' || q.id, 'UTF8'), 'base64')
    || '","code":' || coalesce(to_json(q.code)::text, 'null')
    || ',"name":' || to_json(q.name)::text
    || ',"level":"' || q.level
    || '"}},"participants":{"nodes":[' || coalesce((
      select string_agg('{"id":"' || encode(convert_to('ProjectParticipant:' || t.id, 'UTF8'), 'base64')
        || '","role":"' || t.role
        || '","headcount":' || coalesce(t.headcount::text, 'null')
        || ',"organization":' || (
          select '{"id":"' || encode(convert_to('Organization:' || id, 'UTF8'), 'base64')
            || '","name":' || to_json(name)::text
            || ',"type":"' || type || '"}'
          from organization where id = t.organization_id
        ) || '}', ',')
      from (select * from project_participant where project_id = p.id order by role, id limit 5) t
    ), '') || ']}}}}'
  from project p
  join region r on r.id = p.region_id
  join organization o on o.id = p.owner_id
  join region q on q.id = o.region_id
  where p.id = $1::uuid
), '{"data":{"node":null}}') as answer
