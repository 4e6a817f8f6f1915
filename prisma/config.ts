import { defineConfig } from 'prisma/config';

// Generating needs no schema engine; the path of any program keeps the CLI from downloading one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'models' });
