-- Standings for up to 200 competitions without a scheme, since the data has but a few of a whole year: what is measured, not what is true.
do $$
begin
  if exists (select 1 from scoring_scheme where name = '示例评分方案' and locked_at = '2025-04-01') then return; end if;

  insert into scoring_scheme (id, name, total_points, aggregation, tie_rules, status, opened_at, locked_at, is_demo, competition_id)
  select gen_random_uuid(), '示例评分方案', 100, 'MEAN', '{}', 'LOCKED', '2025-04-01', '2025-04-01', c.is_demo, c.id
  from competition c
  where c.published_at is not null and c.status not in ('FROZEN', 'SUSPENDED')
    and not exists (select 1 from scoring_scheme s where s.competition_id = c.id)
    and (select count(*) from entry e where e.competition_id = c.id and e.status in ('ACTIVE', 'CONCLUDED')) between 3 and 2000
  order by md5(c.id::text) limit 200;

  insert into criterion (id, code, dimension, name, item_type, max_points, method, ordinal, scheme_id)
  select gen_random_uuid(), 'C' || n, 'SAFETY', '示例指标' || n, 'BASE', 12.5, 'MANUAL', n, s.id
  from scoring_scheme s, generate_series(1, 8) n where s.name = '示例评分方案' and s.locked_at = '2025-04-01';

  create temporary table points on commit drop as
  select e.id as entry_id, e.competition_id, e.region_id, e.is_demo, c.scheme_id, c.id as criterion_id, c.ordinal,
    (abs(hashtext(e.id::text || c.ordinal)) % 1251)::numeric / 100 as points
  from criterion c join scoring_scheme s on s.id = c.scheme_id join entry e on e.competition_id = s.competition_id
  where s.name = '示例评分方案' and s.locked_at = '2025-04-01' and e.status in ('ACTIVE', 'CONCLUDED');

  create temporary table sheets on commit drop as
  select gen_random_uuid() as id, gen_random_uuid() as row_id, entry_id, competition_id, region_id, is_demo, scheme_id,
    sum(points) as total
  from points group by entry_id, competition_id, region_id, is_demo, scheme_id;

  insert into score_sheet (id, kind, status, total, confirmed_at, published_at, is_demo, entry_id, scheme_id)
  select id, 'CONFIRMED', 'PUBLISHED', total, '2025-12-01', '2025-12-20', is_demo, entry_id, scheme_id from sheets;

  insert into score_item (id, points, self_points, assessed_points, ordinal, sheet_id, criterion_id)
  select gen_random_uuid(), p.points, 12.5, p.points, p.ordinal, s.id, p.criterion_id
  from points p join sheets s on s.entry_id = p.entry_id;

  insert into standing (id, status, computed_at, published_at, is_demo, competition_id, scheme_id)
  select gen_random_uuid(), 'PUBLISHED', '2025-12-10', '2025-12-20', bool_or(is_demo), competition_id, scheme_id
  from sheets group by competition_id, scheme_id;

  insert into standing_row (id, ordinal, rank, total, previous_rank, to_next, is_tied, standing_id, entry_id, region_id)
  select s.row_id, row_number() over place, rank() over (partition by s.competition_id order by s.total desc), s.total,
    1 + abs(hashtext(s.entry_id::text)) % count(*) over (partition by s.competition_id),
    (select min(b.total) from sheets b where b.competition_id = s.competition_id and b.total > s.total) - s.total,
    count(*) over (partition by s.competition_id, s.total) > 1, t.id, s.entry_id, s.region_id
  from sheets s join standing t on t.competition_id = s.competition_id and t.scheme_id = s.scheme_id
  window place as (partition by s.competition_id order by s.total desc, s.entry_id);

  insert into standing_part (id, weight, ordinal, row_id, sheet_id) select gen_random_uuid(), 1, 1, row_id, id from sheets;

  -- Or else plans are made for the few rows that there were.
  analyze scoring_scheme, criterion, score_sheet, score_item, standing, standing_row, standing_part;
end $$;
