import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { Driver } from './driver.ts';
import { StatisticalKnowledge } from './knowledge.ts';
import type { Tables } from './models.ts';
import type { Bind } from './where.ts';

export type Transaction = Prisma.TransactionClient;

/** One database, three ways in: commands write with Prisma, relations read SQL, reports use Kysely. */
export interface Database {
  readonly prisma: PrismaClient;
  /** Statements that a report writes; they end when the signal fires. */
  kysely(signal: AbortSignal | undefined): Kysely<Tables>;
  readonly driver: Driver;
  readonly knowledge: StatisticalKnowledge;
  /** Runs the statement that `write` makes; its text must be the same for all values. */
  read<Row>(write: (bind: Bind) => string, signal?: AbortSignal): Promise<Row[]>;
  close(): Promise<void>;
}

/** `onRead` hears every statement of a read. */
export function openDatabase(driver: Driver, onRead?: (text: string) => void): Database {
  let prisma: PrismaClient | undefined;
  return {
    // Made for the first command: what it is made of takes as much memory as the rest of the program.
    get prisma() {
      return (prisma ??= new PrismaClient({ adapter: driver.adapter }));
    },
    driver,
    knowledge: new StatisticalKnowledge((text) => driver.query(text, [])),
    ...readsOf(driver, onRead),
    close: async () => {
      await prisma?.$disconnect();
      await driver.close();
    },
  };
}

/** The two ways of reading. */
export function readsOf(driver: Driver, onRead?: (text: string) => void): Pick<Database, 'kysely' | 'read'> {
  const query: Driver['query'] = (text, values, signal) => {
    onRead?.(text);
    return driver.query(text, values, signal);
  };
  return {
    kysely: (signal) => kyselyOver((text, values) => query(text, values, signal)),
    read: <Row>(write: (bind: Bind) => string, signal?: AbortSignal) => {
      const values: unknown[] = [];
      const text = write((value) => `$${values.push(value)}`);
      return query(text, values, signal) as Promise<Row[]>;
    },
  };
}

/** Kysely as a compiler: its statements run where all reads run. It cannot write in a transaction, and need not. */
function kyselyOver(query: Driver['query']): Kysely<Tables> {
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) =>
      ({ rows: await query(sql, parameters) }) as QueryResult<R>,
    streamQuery: () => {
      throw new Error('Read a page at a time instead.');
    },
  };
  const unsupported = async () => {
    throw new Error('Transactions belong to commands, and so to Prisma.');
  };
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => connection,
        beginTransaction: unsupported,
        commitTransaction: unsupported,
        rollbackTransaction: unsupported,
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
    },
  });
}
