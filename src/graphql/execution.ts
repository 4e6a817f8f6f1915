import {
  type ExecutionArgs,
  type ExecutionResult,
  NoSchemaIntrospectionCustomRule,
  parse,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Call } from '../platform/call.ts';
import { TimeoutError } from '../platform/errors.ts';
import { MOST_NODES, nodesOf } from './cost.ts';
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
      setParseFn((_source: string, options: object) => {
        const { length } = String(source);
        if (length > LIMITS.characters) throw limitExceeded('characters', length, LIMITS.characters);
        try {
          return parse(source, { ...options, maxTokens: LIMITS.tokens });
        } catch (error) {
          if (!TOO_MANY_TOKENS.test((error as Error).message)) throw error;
          throw limitExceeded('tokens', `more than ${LIMITS.tokens}`, LIMITS.tokens);
        }
      });
    },
    onValidate({ setValidationFn, addValidationRule }) {
      addValidationRule(withinLimits);
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      // graphql-js adds one more, to say that there would be others.
      setValidationFn(((schema, document, rules) =>
        validate(schema, document, rules, {
          maxErrors: LIMITS.errors - 1,
          hideSuggestions: !introspection,
        })) satisfies typeof validate);
    },
  };
}

/** An operation that could return too many nodes does not run; the estimate goes into every answer's extensions. */
export const costLimit: Plugin<Call> = {
  onExecute({ args, setResultAndStopExecution }) {
    const nodes = nodesOf(args as ExecutionArgs);
    if (nodes > MOST_NODES) {
      setResultAndStopExecution({ errors: [limitExceeded('nodes', nodes, MOST_NODES)] });
      return undefined;
    }
    return {
      onExecuteDone({ result, setResult }) {
        if (Symbol.asyncIterator in (result as object)) return;
        const { extensions, ...rest } = result as ExecutionResult;
        setResult({ ...rest, extensions: { ...extensions, cost: { nodes, most: MOST_NODES } } });
      },
    };
  },
};

/**
 * An operation that takes too long is answered with TIMEOUT. Its signal stops the statements that still
 * run, also when the client has gone. AbortSignal.timeout() won't do: nothing keeps it from being collected.
 */
export const timeLimited = (milliseconds: number): Plugin<Call> => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn(async (args: ExecutionArgs) => {
      const call = args.contextValue as Call;
      const gone = call.signal;
      const ending = new AbortController();
      let giveUp = () => {};
      const late = new Promise<never>((_, reject) => {
        giveUp = () => {
          ending.abort();
          reject(new TimeoutError(milliseconds));
        };
      });
      const timer = setTimeout(giveUp, milliseconds);
      gone?.addEventListener('abort', giveUp, { once: true });
      if (gone?.aborted) giveUp();
      try {
        const work = executeFn({ ...args, contextValue: Object.assign(call, { signal: ending.signal }) });
        return await Promise.race([work, late]);
      } finally {
        clearTimeout(timer);
        gone?.removeEventListener('abort', giveUp);
      }
    });
  },
});
