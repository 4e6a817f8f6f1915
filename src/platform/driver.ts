import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** What differs between a PostgreSQL server and the embedded one. */
export interface Driver {
  readonly isEmbedded: boolean;
  /** Prisma on the same connections. */
  readonly adapter: SqlMigrationAwareDriverAdapterFactory;
  query(text: string, values: readonly unknown[], signal?: AbortSignal): Promise<unknown[]>;
  /** The one value that a statement gives, in UTF-8; undefined for null. A driver without it makes strings of all values. */
  readonly bytes?:
    | ((text: string, values: readonly unknown[], signal?: AbortSignal) => Promise<Buffer | undefined>)
    | undefined;
  close(): Promise<void>;
}

/** Migrations are scripts: PrismaPg would cut them at every semicolon, PrismaPGlite would not wait for their errors. */
export function withScripts<Factory extends SqlMigrationAwareDriverAdapterFactory>(
  factory: Factory,
  run: (script: string) => Promise<unknown>,
): Factory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () =>
    Object.assign(await connect(), { executeScript: async (script: string) => void (await run(script)) });
  return factory;
}
