import { configDefaults, defineConfig } from 'vitest/config';

/** These start programs on the embedded database alone, whatever server there is. */
const EMBEDDED = ['access', 'disk', 'folder', 'onceAfterCrash', 'writes'].map(
  (name) => `tests/program/${name}.test.ts`,
);

export default defineConfig({
  // graphql 16 ships CommonJS and ESM side by side; pin one, or `instanceof` checks fail.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.TEST_DATABASE_URL ? EMBEDDED : [])],
    globalSetup: 'tests/kit/templates.ts',
    // Each file starts servers and databases of its own: more at a time than the smallest machine has cores helps nobody.
    maxWorkers: 2,
    // What is loaded is the same for all files, and keeps nothing of a test: loading it anew took a quarter of the time.
    isolate: false,
    // A long look at workflows takes hours where everything else takes seconds.
    testTimeout: process.env.SEQUENCES ? 0 : 300_000,
    hookTimeout: 300_000,
  },
});
