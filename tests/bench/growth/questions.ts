import { readFileSync } from 'node:fs';
import { cursor, globalId } from '../workload/ids.ts';
import { MOST_SUBJECTS, type Question, rows } from '../workload/question.ts';
import { COMMON, RARE } from './rows.ts';

const operation = (name: string) => readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');
const nothing = async () => [{}];
/** Studios from all over the table. */
const studios = (columns: string) =>
  `select ${columns} from studio order by md5(id::text) limit ${MOST_SUBJECTS}`;

/** What has to stay fast while the number of studios grows. */
export const GROWING: readonly Question[] = [
  {
    name: 'first',
    title: 'the first 20 studios by name',
    document: operation('first'),
    subjects: nothing,
    variables: () => ({}),
  },
  {
    name: 'page',
    title: '20 studios after any one of the list',
    document: operation('page'),
    subjects: (db) => rows(db, studios('name, id')),
    variables: ({ name, id }) => ({ after: cursor('name', 'asc', name, id) }),
  },
  {
    name: 'one',
    title: 'one studio by its id, with region, employer and lead',
    document: operation('one'),
    subjects: (db) => rows(db, studios('id')),
    variables: ({ id }) => ({ id: globalId('Studio', id) }),
  },
  {
    name: 'rare',
    title: `20 studios with a word that few have (${RARE})`,
    document: operation('word'),
    subjects: nothing,
    variables: () => ({ text: RARE }),
  },
  {
    name: 'common',
    title: `20 studios with a word that nearly all have (${COMMON})`,
    document: operation('word'),
    subjects: nothing,
    variables: () => ({ text: COMMON }),
  },
];

/** What has to count all that there are, and is told apart. */
export const COUNTING: readonly Question[] = [
  {
    name: 'total',
    title: 'how many studios there are',
    document: operation('total'),
    subjects: nothing,
    variables: () => ({}),
  },
  {
    name: 'commonTotal',
    title: `how many studios have a word that nearly all have (${COMMON})`,
    document: operation('wordTotal'),
    subjects: nothing,
    variables: () => ({ text: COMMON }),
  },
];
