import { globalId } from './ids.ts';
import { MOST_SUBJECTS, operation, type Question, rows } from './question.ts';

export const node: Question = {
  name: 'node',
  title: 'one project by its id, with region, owner, and the first participants',
  document: operation('node'),
  subjects: (db) => rows(db, `select id from project order by md5(id::text) limit ${MOST_SUBJECTS}`),
  variables: ({ id }) => ({ id: globalId('Project', id) }),
};

/** Regions with studios in them. */
const settled = (levels: string) => `select r.code from region r
  where r.code is not null and r.level in (${levels}) and exists (
    select 1 from region_ancestry h join studio s on s.region_id = h.descendant_id where h.ancestor_id = r.id)
  order by md5(r.code)`;

export const facets: Question = {
  name: 'facets',
  title: "a province's studios, counted by county and by level",
  document: operation('facets'),
  subjects: (db) => rows(db, settled(`'PROVINCE'`)),
  variables: ({ code }) => ({ code }),
};

export const search: Question = {
  name: 'search',
  title: '20 studios of some levels, of a region and what is below it, with a Chinese word in them',
  document: operation('search'),
  // Each word and region are those of one studio, so that there always is something to find.
  subjects: (db) =>
    rows(
      db,
      `select r.code as region, substr(s.name, 3, 2) as text,
          array(select distinct unnest(array['MUNICIPAL', s.level::text])) as level
        from (select * from studio where level is not null
          order by md5(id::text || 'search') limit ${MOST_SUBJECTS}) s
        join lateral (select r.code from region_ancestry h join region r on r.id = h.ancestor_id
          where h.descendant_id = s.region_id and r.code is not null and r.level in ('PROVINCE', 'PREFECTURE', 'COUNTY')
          order by md5(s.id::text || r.code) limit 1) r on true
        order by s.id`,
    ),
  variables: (subject) => subject,
};

export const dashboard: Question = {
  name: 'dashboard',
  title: "a city's page: counts, facets, studios, competitions with entries, the latest awards",
  document: operation('dashboard'),
  subjects: (db) => rows(db, settled(`'PREFECTURE', 'COUNTY'`)),
  variables: ({ code }) => ({ code }),
};
