import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant } from '../../contestant.ts';
import type { Subject } from '../../workload/question.ts';
import { QUESTIONS } from '../../workload/questions.ts';
import { translated } from './translated.ts';

const DOCUMENTS = Object.fromEntries(
  QUESTIONS.map(({ name }) => [
    name,
    readFileSync(new URL(`queries/${name}.graphql`, import.meta.url), 'utf8'),
  ]),
);

const VARIABLES: Readonly<Record<string, (subject: Subject) => object>> = {
  competitions: ({ year, id }) => ({ after: cursor('competition', { year, id }) }),
  studios: ({ name, id }) => ({ after: cursor('studio', { name, id }) }),
  deep: ({ grantedOn, id }) => ({ after: cursor('award_grant', { granted_on: grantedOn, id }) }),
  node: ({ id }) => ({ id: base64(['Project', id]) }),
  standing: ({ id }) => ({ id: base64(['Standing', id]) }),
  stateOfPlay: ({ id }) => ({ id: base64(['Competition', id]) }),
};

export const postgraphile: Contestant = {
  name: 'postgraphile',
  settings: [
    "Amber preset with simplify-inflection, connection-filter and pg-aggregates, on Grafserv's handler for node:http",
    'no GraphiQL, no websockets, no watching, no explain; output as string; its caches and prepared statements as by default',
    'visibility by selectAuth of its resources, which costs less than row level security with a role and a transaction each',
    'lists below a region by extendSchema, subtree and text by addPgTableCondition, with the same SQL as everybody',
    'facets by pg-aggregates, with a count added to its aggregates; counts by county by an SQL function, as a computed column',
    "states of play by views with smart tags: their relations are read in the same statement, a function's rows' in another",
  ],
  path: '/graphql',
  peer: 'postgraphile',
  program: ({ folder }) => ({ args: [join(folder, 'server.js')] }),
  body: (question, subject) => ({
    query: DOCUMENTS[question.name],
    variables: VARIABLES[question.name]?.(subject) ?? subject,
  }),
  translated,
};

/**
 * A cursor into an order by these columns, one that PostGraphile would have given: a digest of the
 * order's SQL, then the values.
 */
function cursor(table: string, place: Readonly<Record<string, unknown>>): string {
  const order = JSON.stringify(Object.keys(place).map((column) => `__${table}__."${column}"`));
  const digest = createHash('sha256').update(order).digest('hex').slice(0, 10);
  return base64([digest, ...Object.values(place)]);
}

function base64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}
