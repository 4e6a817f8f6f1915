import { competitions, deep, list, studios } from './lists.ts';
import { dashboard, facets, node, search } from './places.ts';
import type { Question } from './question.ts';
import { standing, stateOfPlay } from './standings.ts';

export const QUESTIONS: readonly Question[] = [
  list,
  competitions,
  studios,
  node,
  facets,
  deep,
  search,
  dashboard,
];

/** What only the limit and Jiangong answer, where the others would first have to be taught who may see which score. */
export const OWN_QUESTIONS: readonly Question[] = [standing, stateOfPlay];
