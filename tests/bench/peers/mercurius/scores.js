import { rows } from './database.js';

/** What each criterion gives to each row of a standing, by one statement. */
export async function breakdowns(queries) {
  const found = await rows(
    `select k.n, p.weight, i.self_points as self, i.assessed_points as assessed, i.points as confirmed,
        c.max_points as "maxPoints", c.id, c.code, c.name
      from unnest($1::uuid[]) with ordinality k (id, n)
      join standing_part p on p.row_id = k.id
      join score_item i on i.sheet_id = p.sheet_id
      join criterion c on c.id = i.criterion_id
      order by k.n, p.ordinal, i.ordinal`,
    [queries.map(({ obj }) => obj.id)],
  );
  const lists = queries.map(() => []);
  for (const row of found) lists[row.n - 1].push(row);
  return lists;
}
