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
  standing,
  stateOfPlay,
];
