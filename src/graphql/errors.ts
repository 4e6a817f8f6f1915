import { GraphQLError } from 'graphql';
import { DomainError, UnauthenticatedError } from '../platform/errors.ts';

const LONGEST_MESSAGE = 500;
/** The executor cannot leave these out where variables are wrong. */
const HINT = / Did you mean .*$/s;

/** A limit that a document or an operation went beyond: which, and by how much. */
export function limitExceeded(
  limit: string,
  given: number | string,
  most: number,
  options?: object,
): GraphQLError {
  return new GraphQLError(`Too much at once: ${limit} ${given}, at most ${most}.`, {
    ...options,
    extensions: { code: 'LIMIT_EXCEEDED', limit, given, most, http: { spec: true, status: 400 } },
  });
}

/**
 * The error as its caller may see it. What the caller can mend keeps its words, cut where they quote too
 * much of the input, and without guesses at what was meant unless `hints` are wanted; everything else is
 * told to `onFault` and hidden.
 */
export function presented(
  error: unknown,
  { hints, onFault }: { hints: boolean; onFault: (fault: unknown) => void },
): GraphQLError {
  const located = error instanceof GraphQLError ? error : undefined;
  const root = rootOf(error);
  if (root instanceof DomainError) {
    const isStranger = root instanceof UnauthenticatedError;
    return rewritten(root.message, root.code, located, isStranger ? { http: { status: 401 } } : {});
  }
  if (root instanceof GraphQLError) {
    // The body that is no JSON stands whole in `originalError`.
    const { code = codeOf(located!), originalError, ...more } = root.extensions;
    // No operation at all: 400, whatever kind of JSON is accepted.
    if (code === 'BAD_REQUEST') more.http = { status: 400 };
    const { message } = located!;
    return rewritten(hints ? message : message.replace(HINT, ''), String(code), located, more);
  }
  onFault(root);
  return rewritten(
    'Something went wrong here, not with your request. It has been logged with the request id.',
    'INTERNAL_SERVER_ERROR',
    located,
  );
}

function rewritten(message: string, code: string, located?: GraphQLError, more: object = {}): GraphQLError {
  return new GraphQLError(cut(message), {
    nodes: located?.nodes,
    source: located?.source,
    positions: located?.positions,
    path: located?.path,
    extensions: { ...more, code },
  });
}

/** What is too long loses its middle: the input stands there, what is wrong with it at the end. */
function cut(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  const half = LONGEST_MESSAGE / 2;
  return `${message.slice(0, half)}…${message.slice(1 - half)}`.toWellFormed();
}

/** What was thrown first: graphql-js wraps errors to tell where they were. */
function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;
}

/** Errors without a code come from graphql-js: from reading the document, or from values that don't fit their types. */
function codeOf({ path, message }: GraphQLError): string {
  if (message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  return path || message.startsWith('Variable ') ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
}
