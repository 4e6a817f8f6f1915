import { setTimeout as sleep } from 'node:timers/promises';
import { ContentionError, TimeoutError, UnavailableError } from './errors.ts';

/** Milliseconds that a command may take. */
export const COMMAND_LIMIT = 8000;
const RETRIES = 5;
const FIRST_PAUSE = 20;

/** PostgreSQL's codes for transactions that could not go on beside others: serialization failure, deadlock. */
const CONTENTION = /^(40001|40P01)$/;
const QUERY_CANCELED = '57014';
/** Classes of PostgreSQL's codes: connection lost, out of resources, shut down by an operator. */
const UNREACHABLE_STATE = /^(08|53|57P0)/;
/** Prisma's: the database can't be reached, closed the connection, or has none to spare; no transaction could begin. */
const UNREACHABLE = /^(P1001|P1002|P1008|P1017|P2024|P2037)$/;
const UNREACHABLE_KIND =
  /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TlsConnectionError)$/;

interface Cause {
  kind?: string;
  code?: string;
  originalCode?: string;
  originalMessage?: string;
}
type Fault = Error & { code?: string; meta?: { driverAdapterError?: { cause?: Cause } }; cause?: Cause };

/** What the driver said, which Prisma wraps in one way for its own statements and in another for transactions. */
function causeOf(error: unknown): Cause {
  const { meta, cause, name } = error as Fault;
  return meta?.driverAdapterError?.cause ?? (name === 'DriverAdapterError' ? cause : undefined) ?? {};
}

function stateOf(error: unknown): string {
  const { originalCode, code } = causeOf(error);
  return originalCode ?? code ?? '';
}

/** Whether the database refused a write because of this constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return !!causeOf(error).originalMessage?.includes(`"${constraint}"`);
}

/** Does the work, again if it came into conflict with others', at most five times more. */
export async function retried<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  for (let retry = 0; ; retry++) {
    try {
      return await work();
    } catch (error) {
      if (!isContention(error)) throw told(error);
      if (retry === RETRIES) throw new ContentionError({ cause: error });
      // Drawn by lot, so that those who met do not meet again.
      await sleep(FIRST_PAUSE * 2 ** retry * Math.random(), undefined, { signal });
    }
  }
}

function isContention(error: unknown): boolean {
  return (
    (error as Fault).code === 'P2034' ||
    causeOf(error).kind === 'TransactionWriteConflict' ||
    CONTENTION.test(stateOf(error))
  );
}

/** Faults that a caller can be told of by name; all others stay as they are. */
function told(error: unknown): unknown {
  const { code = '', message } = error as Fault;
  if (stateOf(error) === QUERY_CANCELED) return new TimeoutError(COMMAND_LIMIT);
  if (code === 'P2028') {
    // Prisma has one code for a transaction that never began and for one that took too long.
    return /unable to start/i.test(message)
      ? new UnavailableError({ cause: error })
      : new TimeoutError(COMMAND_LIMIT);
  }
  const isUnreachable =
    UNREACHABLE.test(code) ||
    UNREACHABLE_KIND.test(causeOf(error).kind ?? '') ||
    UNREACHABLE_STATE.test(stateOf(error));
  return isUnreachable ? new UnavailableError({ cause: error }) : error;
}
