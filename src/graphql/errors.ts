import { GraphQLError } from 'graphql';
import { DomainError } from '../platform/errors.ts';

const LONGEST_MESSAGE = 500;

/** A limit that a document or an operation went beyond: which, and by how much. */
export function limitExceeded(
  limit: string,
  given: number | string,
  most: number,
  options?: object,
): GraphQLError {
  return new GraphQLError(`Too much at once: ${limit} ${given}, at most ${most}.`, {
    ...options,
    extensions: { code: 'LIMIT_EXCEEDED', limit, given, most },
  });
}

/**
 * The error as its caller may see it. What the caller can mend keeps its words, cut where they quote too
 * much of the input; everything else is told to `onFault` and hidden.
 */
export function presented(error: unknown, onFault: (fault: unknown) => void): GraphQLError {
  const located = error instanceof GraphQLError ? error : undefined;
  const root = rootOf(error);
  if (root instanceof DomainError) return rewritten(root.message, root.code, located);
  if (root instanceof GraphQLError) {
    const { code, ...more } = root.extensions;
    return rewritten(located!.message, String(code ?? codeOf(located!)), located, more);
  }
  onFault(root);
  return rewritten(
    'Something went wrong here, not with your request. It has been logged with the request id.',
    'INTERNAL_SERVER_ERROR',
    located,
  );
}

function rewritten(message: string, code: string, located?: GraphQLError, more: object = {}): GraphQLError {
  const cut = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
  return new GraphQLError(cut, {
    nodes: located?.nodes,
    source: located?.source,
    positions: located?.positions,
    path: located?.path,
    extensions: { ...more, code },
  });
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
