import { globalId } from './ids.ts';
import { MOST_SUBJECTS, operation, type Question, rows } from './question.ts';

export const standing: Question = {
  name: 'standing',
  title: 'a published standing, its first 20 rows, each with what every criterion gives',
  document: operation('standing'),
  subjects: (db) =>
    rows(
      db,
      `select id from standing where status = 'PUBLISHED' order by md5(id::text) limit ${MOST_SUBJECTS}`,
    ),
  variables: ({ id }) => ({ id: globalId('Standing', id) }),
};

export const stateOfPlay: Question = {
  name: 'stateOfPlay',
  title: 'how a competition stands: counts, averages by region, who moved',
  document: operation('stateOfPlay'),
  subjects: (db) =>
    rows(
      db,
      `select competition_id as id from standing
        where status = 'PUBLISHED' and stage_id is null and track_id is null
        order by md5(id::text) limit ${MOST_SUBJECTS}`,
    ),
  variables: ({ id }) => ({ id: globalId('Competition', id) }),
};
