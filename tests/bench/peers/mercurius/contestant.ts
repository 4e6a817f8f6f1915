import { join } from 'node:path';
import type { Contestant } from '../../contestant.ts';

export const mercurius: Contestant = {
  name: 'mercurius',
  settings: [
    'Fastify and Mercurius with jit: 1 and its cache of documents; validation is on, no log of requests',
    'loaders and SQL written by hand, over pg with prepared statements under names; searches are planned each time',
    'its schema holds what the questions need',
  ],
  path: '/graphql',
  peer: 'mercurius',
  program: ({ folder }) => ({ args: [join(folder, 'server.js')] }),
};
