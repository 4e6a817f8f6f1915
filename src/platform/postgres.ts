import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Bytes } from './bytes.ts';
import { type Driver, withScripts } from './driver.ts';
import { TimeoutError, UnavailableError } from './errors.ts';
import { asText, encode, parsers } from './values.ts';

const SECOND = 1000;
/** Prepared statements cost memory on every connection; what comes later is planned each time. */
const NAMED_STATEMENTS = 200;
const QUERY_CANCELED = '57014';
/** Classes of PostgreSQL's codes: connection lost, out of resources, shut down by an operator. */
const UNAVAILABLE = /^(08|53|57P0)/;

export interface PostgresOptions {
  connections?: number;
  /** Milliseconds after which the server stops a statement; 0 for never. */
  statementTimeout?: number;
}

export function postgres(
  connectionString: string,
  { connections = 10, statementTimeout = 8 * SECOND }: PostgresOptions = {},
): Driver {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: 5 * SECOND,
    // A connection that goes idle and away takes its prepared statements along.
    idleTimeoutMillis: 0,
    keepAlive: true,
    statement_timeout: statementTimeout,
    // Prisma's adapter reads and writes instants without their zone: it needs a session in UTC.
    // Pages are joined from ordered parts, which parallel workers would mix.
    // Compiling a statement to machine code takes longer than any statement here runs.
    options:
      '-c timezone=UTC -c datestyle=ISO -c enable_parallel_append=off -c jit=off -c plan_cache_mode=force_generic_plan',
    types: { getTypeParser: (oid, format) => parsers[oid] ?? pg.types.getTypeParser(oid, format) },
  });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', () => {});

  const readers = new WeakMap<pg.PoolClient, Bytes>();
  pool.on('connect', (client) => readers.set(client, new Bytes(client)));

  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    let name = names.get(text);
    if (!name && names.size < NAMED_STATEMENTS) names.set(text, (name = `s${names.size}`));
    return name;
  };

  return {
    isEmbedded: false,
    adapter: withScripts(new PrismaPg(pool), (script) => pool.query(script)),
    query: (text, values, signal) =>
      run(signal, async (client) => {
        return (await client.query({ name: nameOf(text), text, values: values.map(encode) })).rows;
      }),
    bytes: (text, values, signal) =>
      run(signal, (client) =>
        readers.get(client)!.read({ name: nameOf(text), text, values: values.map(asText) }),
      ),
    close: () => pool.end(),
  };

  /** Runs a statement on a connection of its own, and stops it when the signal fires. */
  async function run<Result>(
    signal: AbortSignal | undefined,
    statement: (client: pg.PoolClient) => Promise<Result>,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const client = await connected();
    if (signal?.aborted) {
      // All its time went into waiting for the connection.
      client.release();
      throw signal.reason;
    }
    let canceling: Promise<void> | undefined;
    const cancel = () => (canceling = cancelOn(connectionString, client));
    signal?.addEventListener('abort', cancel, { once: true });
    let fault: Error | undefined;
    try {
      return await statement(client);
    } catch (error) {
      fault = error as Error;
      return fail(error);
    } finally {
      signal?.removeEventListener('abort', cancel);
      // A cancellation that came late must not hit the connection's next statement.
      if (canceling) await canceling;
      client.release(fault && !isOfStatement(fault));
    }
  }

  function connected(): Promise<pg.PoolClient> {
    return new Promise((resolve, reject) => {
      pool.connect((error, client) => {
        if (client) resolve(client);
        else reject(new UnavailableError({ cause: error }));
      });
    });
  }

  function fail(error: unknown): never {
    const { code } = error as { code?: string };
    if (code === QUERY_CANCELED) throw new TimeoutError(statementTimeout);
    if (!isOfStatement(error) || UNAVAILABLE.test(code!)) throw new UnavailableError({ cause: error });
    throw error;
  }
}

/** Whether the server answered with an error, as opposed to not answering. */
function isOfStatement(error: unknown): boolean {
  return error instanceof pg.DatabaseError;
}

/** Stops the statement that `client` runs. The pool may be full of such statements, so this takes a connection of its own. */
async function cancelOn(connectionString: string, client: pg.PoolClient): Promise<void> {
  const { processID } = client as unknown as { processID: number };
  const other = new pg.Client({ connectionString, connectionTimeoutMillis: SECOND });
  try {
    await other.connect();
    await other.query('select pg_cancel_backend($1)', [processID]);
  } catch {
    // The statement's own time limit ends it soon.
  } finally {
    await other.end().catch(() => {});
  }
}
