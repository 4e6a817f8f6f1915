import { join } from 'node:path';
import type { Contestant } from '../contestant.ts';

export const limit: Contestant = {
  name: 'limit',
  settings: [
    "node:http and pg alone: one statement written by hand for each question, prepared and named, and PostgreSQL's JSON text is the answer",
    'no GraphQL: a request names the question and gives the variables; no log, no limits, no validation',
  ],
  path: '/',
  uses: ['pg'],
  program: ({ folder }) => ({
    args: ['--disable-warning=ExperimentalWarning', join(folder, 'tests', 'bench', 'limit', 'main.ts')],
  }),
  body: (question, subject) => ({ question: question.name, variables: question.variables(subject) }),
};
