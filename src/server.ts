import type { RequestListener } from 'node:http';
import { GraphQLError } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { Operations } from './graphql/compiled/operations.ts';
import { presented } from './graphql/errors.ts';
import { type Asked, costLimit, documentLimits, TIME_LIMIT, timeLimited } from './graphql/execution.ts';
import { LIMITS } from './graphql/limits.ts';
import { type Authentication, authenticated } from './http/authenticate.ts';
import { withBody } from './http/body.ts';
import { fileRoutes } from './http/files.ts';
import { Rates } from './http/rates.ts';
import { routed } from './http/routes.ts';
import { shortWay } from './http/short.ts';
import type { Actor } from './platform/actor.ts';
import type { Database } from './platform/database.ts';
import type { Files } from './platform/files.ts';
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
  /** Where files are kept that are sent in; none are taken without it. */
  files?: Files;
  now?: () => Date;
  isStopping?: () => boolean;
  /** Milliseconds after which an operation is given up. */
  timeLimit?: number;
  /** What one caller may do in a minute. */
  rates?: Rates;
  /** Whether plain queries are answered by one statement where they can be; everything is executed otherwise. */
  compiles?: boolean;
}

/** The whole application as a listener that listens on nothing. */
export function createServer({
  db,
  log,
  graphiql = true,
  corsOrigins = [],
  authentication = {},
  files,
  now = () => new Date(),
  isStopping = () => false,
  timeLimit = TIME_LIMIT,
  rates = new Rates(),
  compiles = true,
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
  const callOf = (actor: Actor, requestId: string | undefined, signal: AbortSignal): Asked => ({
    db,
    now,
    actor,
    requestId,
    signal,
    charge: (nodes) => rates.charge(actor, nodes),
  });
  // What is wrong with a document is kept, so that those who may see the schema have a Yoga of their own.
  const yogaFor = (introspection: boolean) =>
    createYoga<{ actor: Actor; readAt: number }>({
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
      plugins: [documentLimits({ introspection }), costLimit, timeLimited(timeLimit), errors],
      context: ({ request, actor, readAt }) => ({
        ...callOf(actor, request.headers.get('x-request-id') ?? undefined, request.signal),
        readAt,
      }),
    });
  const strangers = yogaFor(graphiql);
  const known = graphiql ? strangers : yogaFor(true);
  const answerShortly = compiles
    ? shortWay({
        operations: new Operations(schema, graphiql),
        timeLimit,
        onFault: (err, { headers }) =>
          log.warn({ requestId: headers['x-request-id'], err }, 'this could not be answered the short way'),
      })
    : undefined;
  const sendFiles =
    files && fileRoutes({ files, log, callOf: (actor, requestId) => ({ db, now, actor, requestId }) });
  const filesFor =
    sendFiles &&
    authenticated(authentication, { db, now, log }, rates, (request, response, _body, actor) =>
      sendFiles(request, response, actor),
    );
  return routed({
    db,
    log,
    hasGraphiql: graphiql,
    accounts: authentication.accounts,
    corsOrigins,
    isStopping,
    files: filesFor && ((request, response) => filesFor(request, response, Buffer.alloc(0))),
    graphql: authenticated(
      authentication,
      { db, now, log },
      rates,
      async (request, response, body, actor) => {
        const readAt = performance.now();
        const requestId = String(request.headers['x-request-id']);
        const isAnswered = await answerShortly?.(request, response, body, actor, (signal) =>
          callOf(actor, requestId, signal),
        );
        if (isAnswered) return;
        const whole = request.method === 'GET' ? request : withBody(request, body);
        await (actor.subject ? known : strangers)(whole, response, { actor, readAt });
      },
    ),
  });
}

/** Wrapped, so that the plugin above sees what was thrown; it alone decides what is shown. */
function maskedOnce(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
}
