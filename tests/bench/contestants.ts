import type { Contestant } from './contestant.ts';
import { jiangong } from './jiangong.ts';
import { limit } from './limit/contestant.ts';
import { mercurius } from './peers/mercurius/contestant.ts';
import { postgraphile } from './peers/postgraphile/contestant.ts';
import { pothosPrisma } from './peers/pothos-prisma/contestant.ts';

/** All that take part. What is measured is told as a ratio to the first one's. */
export const CONTESTANTS: readonly Contestant[] = [limit, jiangong, mercurius, postgraphile, pothosPrisma];
