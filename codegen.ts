import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents of the operations, for tests, the web page and partners. */
export default {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/**/*.graphql',
  generates: {
    'src/generated/operations/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        scalars: { Date: 'string', DateTime: 'string', Decimal: 'string' },
        strictScalars: true,
        useTypeImports: true,
        importExtension: '.ts',
      },
    },
  },
} satisfies CodegenConfig;
