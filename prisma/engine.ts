import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaContainer } from '@prisma/schema-engine-wasm';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Driver } from '../src/platform/driver.ts';

/** All tables and enums are Prisma's. */
export const filters = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | undefined;

/** Prisma's schema engine as WASM: its CLI would download a binary. The bindings bear one instance per process. */
export async function schemaEngine({ adapter }: Pick<Driver, 'adapter'>, models: readonly SchemaContainer[]) {
  await (loaded ??= loadEngine());
  const datamodels = models.map(({ path, content }): [string, string] => [path, content]);
  return wasm.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

async function loadEngine(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = await WebAssembly.compile(await readFile(path.replace(/js$/, 'wasm')));
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': wasm as never });
  wasm.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
}
