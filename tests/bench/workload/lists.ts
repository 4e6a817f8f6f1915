import { cursor } from './ids.ts';
import { MOST_SUBJECTS, operation, type Question, rows } from './question.ts';

export const list: Question = {
  name: 'list',
  title: 'the first 20 studios by name, columns alone',
  document: operation('list'),
  subjects: async () => [{}],
  variables: () => ({}),
};

export const competitions: Question = {
  name: 'competitions',
  title: '20 competitions, 10 entries of each, their projects, owners and regions, with counts',
  document: operation('competitions'),
  // Later ones are of a year whose entries the demonstration leaves out.
  subjects: (db) =>
    rows(
      db,
      `select year, id from competition
        where published_at is not null and kind = 'MERIT' and level in ('MUNICIPAL', 'COUNTY')
        order by year desc, id desc limit 6`,
    ),
  variables: ({ year, id }) => ({ after: cursor('year', 'desc', year, id) }),
};

export const studios: Question = {
  name: 'studios',
  title: '50 studios with region, titles, lead, and 5 awards of the lead with their types',
  document: operation('studios'),
  subjects: (db) =>
    rows(db, `select name, id from studio order by md5(id::text || 'studios') limit ${MOST_SUBJECTS}`),
  variables: ({ name, id }) => ({ after: cursor('name', 'asc', name, id) }),
};

export const deep: Question = {
  name: 'deep',
  title: '20 awards after any one of the list, the latest first',
  document: operation('deep'),
  subjects: (db) =>
    rows(
      db,
      `select granted_on::text as "grantedOn", id from award_grant where status = 'EFFECTIVE'
        order by md5(id::text) limit ${MOST_SUBJECTS}`,
    ),
  variables: ({ grantedOn, id }) => ({
    after: cursor('grantedOn', 'desc', `${grantedOn}T00:00:00.000Z`, id),
  }),
};
