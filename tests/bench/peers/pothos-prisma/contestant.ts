import { execFile } from 'node:child_process';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Contestant } from '../../contestant.ts';
import { REPOSITORY } from '../../packages.ts';

export const pothosPrisma: Contestant = {
  name: 'pothos-prisma',
  settings: [
    'Yoga on node:http, its caches of parsing and validation as by default; no GraphiQL, no log, its schema holds what the questions need',
    "Pothos' plugins for Prisma and Relay as their docs teach: prismaNode in select mode, prismaConnection, relatedConnection, queryFromInfo; pages and totals as they make them",
    'Prisma on PrismaPg, with names for its statements, so that they are prepared, and searches planned each time; relations are loaded by statements of their own, as by default',
    'found by $queryRaw with the same SQL as everybody, having no words in Prisma: texts, counts by county, and who moved most; states of play otherwise by groupBy',
  ],
  path: '/graphql',
  peer: 'pothos-prisma',
  prepare,
  program: ({ folder }) => ({ args: [join(folder, 'server.js')] }),
  body: (question, subject) => {
    const variables = question.variables(subject);
    const after = 'after' in variables && { after: cursor(subject.id) };
    return { query: question.document, variables: { ...variables, ...after } };
  },
};

/** Generates the client of our models, with its own generators. */
async function prepare(folder: string): Promise<void> {
  const models = join(REPOSITORY, 'prisma', 'models');
  const files = (await readdir(models)).filter((file) => file !== 'main.prisma');
  await Promise.all(files.map((file) => cp(join(models, file), join(folder, 'models', file))));
  await promisify(execFile)('npx', ['prisma', 'generate', '--no-hints'], {
    cwd: folder,
    // Generating needs no schema engine; the path of any program keeps the CLI from downloading one.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  });
}

/** A cursor of Pothos' plugin for Prisma: it names a row by its id. */
function cursor(id: unknown): string {
  return Buffer.from(`GPC:S:${id}`).toString('base64');
}
