import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Each layer may import from itself and from the ones before it. */
const LAYERS = [
  'generated',
  'platform',
  'graphql',
  'features',
  'schema.ts',
  'http',
  'server.ts',
  'stop.ts',
  'jobs.ts',
  'main.ts',
];
/** Each feature may import from the ones before it, never from a later one. */
const FEATURES = [
  'history',
  'calendar',
  'regions',
  'organizations',
  'people',
  'figures',
  'initiatives',
  'decisions',
  'committees',
  'projects',
  'studios',
  'innovation',
  'competitions',
  'entries',
  'summaries',
  'enclosures',
  'scoring',
  'vetoes',
  'standings',
  'stateOfPlay',
  'meetings',
  'awards',
  'notices',
  'praise',
  'access',
  'viewer',
];
/** What a feature may hold, in the order of dependence; the first ones know nothing of GraphQL. */
const PURE = [
  'rules.ts',
  'bounds.ts',
  'arithmetic.ts',
  'criteria.ts',
  'ranks.ts',
  'drawing.ts',
  'policy.ts',
  'reads.ts',
  'recomputed.ts',
  'report.ts',
  'tallies.ts',
  'parts.ts',
  'kept.ts',
  'markdown.ts',
  'policy.ts',
  'reads.ts',
  'commands.ts',
  'commands',
  'worker.ts',
];
const FILES = [
  ...PURE,
  'recorded.ts',
  'drafts.ts',
  'assessing.ts',
  'reported.ts',
  'honors.ts',
  'derived.ts',
  'todo.ts',
  'type.ts',
  'inputs.ts',
  'queries.ts',
  'refusals.ts',
  'mutations.ts',
  'mutations',
  'index.ts',
];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
  .sort();
const source = (file: string) => readFileSync(join('src', file), 'utf8');
const imports = files.flatMap((file) =>
  importsOf(join('src', file)).map((target) => ({
    file,
    target: target.startsWith('.') ? relative('src', join('src', dirname(file), target)) : target,
  })),
);
const own = imports.filter(({ target }) => target.endsWith('.ts'));

const layer = (path: string) => LAYERS.indexOf(path.split('/')[0]!);
const feature = (path: string) => FEATURES.indexOf(path.match(/^features\/([^/]+)/)?.[1] ?? '');

test('layers depend one way; only the start knows the preparation of databases', () => {
  const wrong = own.filter(({ file, target }) => layer(target) > layer(file) || layer(target) < 0);
  expect(wrong).toEqual([{ file: 'main.ts', target: '../prisma/prepare.ts' }]);
});

test('features depend one way', () => {
  expect(own.filter(({ file, target }) => feature(file) >= 0 && feature(target) > feature(file))).toEqual([]);
});

test('every feature has the same skeleton', () => {
  const inFeatures = files.filter((file) => file.startsWith('features/'));
  expect(inFeatures.filter((file) => feature(file) < 0 || !FILES.includes(file.split('/')[2]!))).toEqual([]);
});

test('what a feature is without GraphQL does not know GraphQL', () => {
  const leaks = imports.filter(
    ({ file, target }) =>
      (PURE.some((name) => file.endsWith(`/${name}`) || file.includes(`/${name}/`)) ||
        file.startsWith('platform/')) &&
      /^(graphql|@pothos|graphql-yoga)\b/.test(target),
  );
  expect(leaks).toEqual([]);
});

test('files import each other in no circle', () => {
  const circles = files.filter((file) => reaches(file, file, new Set()));
  expect(circles).toEqual([]);

  function reaches(from: string, to: string, seen: Set<string>): boolean {
    return own
      .filter(({ file }) => file === from)
      .some(({ target }) => target === to || (!seen.has(target) && reaches(target, to, seen.add(target))));
  }
});

test('only an embedded database loads PGlite, which is larger than all that is ours', () => {
  const loaded = new Set(['src/main.ts']);
  for (const file of loaded) {
    for (const target of importsOf(file)) {
      if (target.startsWith('.') && target.endsWith('.ts')) loaded.add(join(dirname(file), target));
    }
  }
  expect([...loaded].filter((file) => /embedded|prepare/.test(file))).toEqual(['prisma/prepare.ts']);
});

test('an index loads and exports nothing', () => {
  const indexes = files.filter((file) => file.endsWith('/index.ts'));
  expect(indexes.filter((file) => /\bexport\b/.test(source(file)))).toEqual([]);
});

test('SQL is put together in few places; features write it with Kysely', () => {
  expect(files.filter((file) => /\bdb\s*\.read(Bytes)?\b/.test(source(file)))).toEqual([
    'graphql/compiled/operation.ts',
    'http/health.ts',
    'platform/derived.ts',
    'platform/list.ts',
  ]);
});

test('the environment is read in one place', () => {
  expect(files.filter((file) => /process\.env\b/.test(source(file)))).toEqual(['main.ts']);
});

test('no file is longer than 200 lines', () => {
  const all = ['src', 'prisma', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const code = all.filter((file) => file.endsWith('.ts') && !file.startsWith('src/generated'));
  expect(code.filter((file) => readFileSync(file, 'utf8').split('\n').length > 200)).toEqual([]);
});

/** What a file imports when it is loaded. */
function importsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/(?:from|import) '([^']+)'/g)].map(([, target]) => target!);
}
