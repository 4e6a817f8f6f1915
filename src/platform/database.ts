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
import { COMMAND_LIMIT } from './databaseErrors.ts';
import type { Driver } from './driver.ts';
import { StatisticalKnowledge } from './knowledge.ts';
import type { Tables } from './models.ts';
import { encode } from './values.ts';
import type { Bind } from './where.ts';

export type Transaction = Prisma.TransactionClient;

interface Patience {
  readonly timeout: number;
  readonly maxWait: number;
}

/** What a command may take, and wait for its connection. */
const PATIENCE: Patience = { timeout: COMMAND_LIMIT, maxWait: 5000 };

/** Three ways into the database, or into one transaction: commands write with Prisma, relations read SQL, reports use Kysely. */
export interface Connection {
  readonly prisma: Transaction;
  /** Whether it is a transaction, and so sees what was written in it and nothing that others do meanwhile. */
  readonly isTransaction: boolean;
  /** Statements that a report writes; they end when the signal fires. */
  kysely(signal: AbortSignal | undefined): Kysely<Tables>;
  readonly knowledge: StatisticalKnowledge;
  /** Runs the statement that `write` makes; its text must be the same for all values. */
  read<Row>(write: (bind: Bind) => string, signal?: AbortSignal): Promise<Row[]>;
  /** The same for a statement that gives one text: its bytes, undefined for null. */
  readBytes(write: (bind: Bind) => string, signal?: AbortSignal): Promise<Buffer | undefined>;
  /** Does all of the work or nothing of it; inside of a transaction it is part of that one. */
  transaction<Result>(work: (within: Connection) => Promise<Result>): Promise<Result>;
}

export interface Database extends Connection {
  readonly prisma: PrismaClient;
  readonly driver: Driver;
  /** As everywhere; what loads much may take longer than a command may. */
  transaction<Result>(work: (within: Connection) => Promise<Result>, patience?: Patience): Promise<Result>;
  close(): Promise<void>;
}

/** `onRead` hears every statement of a read. */
export function openDatabase(driver: Driver, onRead?: (text: string) => void): Database {
  let prisma: PrismaClient | undefined;
  const knowledge = new StatisticalKnowledge((text) => driver.query(text, []));
  const database: Database = {
    ...readsOf(driver, onRead),
    // Made for the first command: what it is made of takes as much memory as the rest of the program.
    get prisma() {
      // Other formats quote what was to be written, and errors are logged.
      return (prisma ??= new PrismaClient({ adapter: driver.adapter, errorFormat: 'minimal' }));
    },
    driver,
    knowledge,
    isTransaction: false,
    transaction: (work, patience = PATIENCE) =>
      database.prisma.$transaction((client) => work(within(client, knowledge, onRead)), patience),
    close: async () => {
      await prisma?.$disconnect();
      await driver.close();
    },
  };
  return database;
}

type Reads = Pick<Connection, 'kysely' | 'read' | 'readBytes'>;

/** The ways of reading. */
export function readsOf(driver: Driver, onRead?: (text: string) => void): Reads {
  return waysIn({
    query: (text, values, signal) => {
      onRead?.(text);
      return driver.query(text, values, signal);
    },
    bytes:
      driver.bytes &&
      ((text, values, signal) => {
        onRead?.(text);
        return driver.bytes!(text, values, signal);
      }),
  });
}

/** A transaction of Prisma's, for reads too: another connection would not see what it wrote, and the embedded database has none. */
function within(
  prisma: Transaction,
  knowledge: StatisticalKnowledge,
  onRead?: (text: string) => void,
): Connection {
  const query: Driver['query'] = async (text, values, signal) => {
    signal?.throwIfAborted();
    onRead?.(text);
    return prisma.$queryRawUnsafe(text, ...values.map(encode));
  };
  const connection: Connection = {
    ...waysIn({ query }),
    prisma,
    knowledge,
    isTransaction: true,
    transaction: (work) => work(connection),
  };
  return connection;
}

function waysIn({ query, bytes }: Pick<Driver, 'query' | 'bytes'>): Reads {
  const firstValue: NonNullable<Driver['bytes']> = async (text, values, signal) => {
    const [row] = await query(text, values, signal);
    const [value] = Object.values(row ?? {});
    return value == null ? undefined : Buffer.from(value);
  };
  const read = bytes ?? firstValue;
  return {
    kysely: (signal) => kyselyOver((text, values) => query(text, values, signal)),
    read: <Row>(write: (bind: Bind) => string, signal?: AbortSignal) => {
      const values: unknown[] = [];
      const text = write((value) => `$${values.push(value)}`);
      return query(text, values, signal) as Promise<Row[]>;
    },
    readBytes: async (write, signal) => {
      const values: unknown[] = [];
      const text = write((value) => `$${values.push(value)}`);
      return read(text, values, signal);
    },
  };
}

/** Kysely as a compiler: its statements run where all reads run. It begins no transaction: commands do. */
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
