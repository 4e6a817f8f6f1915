import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Contestant } from './contestant.ts';

export const jiangong: Contestant = {
  name: 'jiangong',
  settings: [
    'as shipped: npm run build, node --enable-source-maps --max-semi-space-size=4 .build/main.js, its defaults',
    'it logs a line for each request, as no other does, to /dev/null',
    'introspection is off, as it is on PostgreSQL by default',
  ],
  path: '/graphql',
  prepare: async (folder) => {
    await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: folder });
  },
  program: ({ folder }) => ({
    args: ['--enable-source-maps', '--max-semi-space-size=4', join(folder, '.build', 'main.js')],
  }),
};
