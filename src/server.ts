import type { RequestListener } from 'node:http';
import { GraphQLError } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { presented } from './graphql/errors.ts';
import { costLimit, documentLimits, TIME_LIMIT, timeLimited } from './graphql/execution.ts';
import { LIMITS } from './graphql/limits.ts';
import { type Authentication, authenticated } from './http/authenticate.ts';
import { routed } from './http/routes.ts';
import type { Actor } from './platform/actor.ts';
import type { Call } from './platform/call.ts';
import type { Database } from './platform/database.ts';
import type { Logger } from './platform/log.ts';
import { schema } from './schema.ts';

export interface ServerOptions {
  db: Database;
  log: Logger;
  /** Whether strangers get GraphiQL and introspection. */
  graphiql?: boolean;
  corsOrigins?: readonly string[];
  /** Who may sign in, and how; partners' keys are always taken. */
  authentication?: Authentication;
  now?: () => Date;
  isStopping?: () => boolean;
  /** Milliseconds after which an operation is given up. */
  timeLimit?: number;
}

/** The whole application as a listener that listens on nothing. */
export function createServer({
  db,
  log,
  graphiql = true,
  corsOrigins = [],
  authentication = {},
  now = () => new Date(),
  isStopping = () => false,
  timeLimit = TIME_LIMIT,
}: ServerOptions): RequestListener {
  const show = (error: unknown, request?: Request) =>
    presented(error, {
      hints: graphiql,
      onFault: (fault) => {
        const requestId = request?.headers.get('x-request-id');
        log.error({ requestId, err: fault }, 'an operation failed');
      },
    });
  const errors: Plugin = {
    onResultProcess({ request, result, setResult }) {
      if (Symbol.asyncIterator in result || Array.isArray(result)) return;
      const { errors } = result;
      if (!errors) return;
      const shown = errors.slice(0, LIMITS.errors).map((error) => show(error, request));
      setResult({ ...result, errors: shown });
    },
  };
  const yoga = createYoga<{ actor: Actor }>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    // Bodies and origins are looked after before: see http/.
    maxRequestBodySize: false,
    cors: false,
    maskedErrors: { isDev: false, maskError: (error) => maskedOnce(error) },
    logging: false,
    plugins: [documentLimits({ introspection: graphiql }), costLimit, timeLimited(timeLimit), errors],
    context: ({ request, actor }): Call => ({
      db,
      now,
      actor,
      requestId: request.headers.get('x-request-id') ?? undefined,
      signal: request.signal,
    }),
  });
  return routed({
    db,
    log,
    hasGraphiql: graphiql,
    accounts: authentication.accounts,
    corsOrigins,
    isStopping,
    graphql: authenticated(authentication, { db, now, log }, (request, response, actor) =>
      yoga(request, response, { actor }),
    ),
  });
}

/** Wrapped, so that the plugin above sees what was thrown; it alone decides what is shown. */
function maskedOnce(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
}
