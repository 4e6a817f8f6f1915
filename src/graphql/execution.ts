import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Call } from '../platform/call.ts';
import { TimeoutError } from '../platform/errors.ts';
import { mostNodesOf, nodesOf } from './cost.ts';
import { limitExceeded } from './errors.ts';
import { LIMITS, withinLimits } from './limits.ts';

/** Milliseconds after which an operation is given up. */
export const TIME_LIMIT = 10_000;

/** The words of graphql-js. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more tha[nt] \d+ tokens/;

/** Documents are read and checked within LIMITS; strangers to a closed schema get no introspection and no hints. */
export function documentLimits({ introspection }: { introspection: boolean }): Plugin {
  return {
    onParse({ params: { source }, setParseFn }) {
      setParseFn(() => parsed(String(source)));
    },
    onValidate({ setValidationFn }) {
      setValidationFn(((schema, document) =>
        faultsOf(schema, document, introspection)) satisfies typeof validate);
    },
  };
}

/** @throws {GraphQLError} where the text is no document, or a too large one */
export function parsed(source: string): DocumentNode {
  const { length } = source;
  if (length > LIMITS.characters) throw limitExceeded('characters', length, LIMITS.characters);
  try {
    return parse(source, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (!TOO_MANY_TOKENS.test((error as Error).message)) throw error;
    throw limitExceeded('tokens', `more than ${LIMITS.tokens}`, LIMITS.tokens);
  }
}

/** What is wrong with the document; without `introspection` that includes introspection. */
export function faultsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  introspection: boolean,
): readonly GraphQLError[] {
  const rules = [
    ...specifiedRules,
    withinLimits,
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
  // graphql-js adds one more, to say that there would be others.
  return validate(schema, document, rules, {
    maxErrors: LIMITS.errors - 1,
    hideSuggestions: !introspection,
  });
}

/** A call for an operation that somebody sent. */
export interface Asked extends Call {
  /** When it was read, as performance.now() tells it. */
  readonly readAt?: number;
  /** Hears how many nodes it could return. */
  readonly charge?: (nodes: number) => void;
}

/** An operation that could return too many nodes does not run; the estimate goes into every answer's extensions. */
export const costLimit: Plugin<Asked> = {
  onExecute({ args, setResultAndStopExecution }) {
    const { schema, document, operationName, variableValues, contextValue } = args as ExecutionArgs;
    const { actor, charge } = contextValue as Asked;
    const most = mostNodesOf(actor);
    const operation = getOperationAST(document, operationName);
    const { coerced = {} } = getVariableValues(
      schema,
      operation?.variableDefinitions ?? [],
      variableValues ?? {},
    );
    const nodes = operation ? nodesOf({ schema, document, operation, variables: coerced }) : 0;
    if (nodes > most) {
      setResultAndStopExecution({ errors: [limitExceeded('nodes', nodes, most)] });
      return undefined;
    }
    charge?.(nodes);
    return {
      onExecuteDone({ result, setResult }) {
        if (Symbol.asyncIterator in (result as object)) return;
        const { extensions, ...rest } = result as ExecutionResult;
        setResult({ ...rest, extensions: { ...extensions, cost: { nodes, most } } });
      },
    };
  },
};

/**
 * Work that is given up when its time is over or its caller has gone: what it then waits for rejects, and
 * its signal stops the statements that still run. AbortSignal.timeout() won't do: nothing keeps it from
 * being collected.
 * @throws {TimeoutError}
 */
export async function withinTime<Result>(
  { limit, spent = 0 }: TimeLimit,
  gone: AbortSignal | undefined,
  work: (signal: AbortSignal) => Result | Promise<Result>,
): Promise<Result> {
  const ending = new AbortController();
  let giveUp = () => {};
  const late = new Promise<never>((_, reject) => {
    giveUp = () => {
      ending.abort();
      reject(new TimeoutError(limit));
    };
  });
  const timer = setTimeout(giveUp, Math.max(0, limit - spent));
  gone?.addEventListener('abort', giveUp, { once: true });
  if (gone?.aborted) giveUp();
  try {
    return await Promise.race([work(ending.signal), late]);
  } finally {
    clearTimeout(timer);
    gone?.removeEventListener('abort', giveUp);
  }
}

/** In milliseconds. */
export interface TimeLimit {
  readonly limit: number;
  readonly spent?: number;
}

/** An operation that takes too long, counted from when it was read, is answered with TIMEOUT. */
export const timeLimited = (limit: number): Plugin<Asked> => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn((args: ExecutionArgs) => {
      const call = args.contextValue as Asked;
      const spent = call.readAt === undefined ? 0 : performance.now() - call.readAt;
      return withinTime({ limit, spent }, call.signal, (signal) =>
        executeFn({ ...args, contextValue: Object.assign(call, { signal }) }),
      );
    });
  },
});
