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

/** Documents are read and checked within LIMITS; strangers to a closed schema get no introspection and no hints. */
export function documentLimits({ introspection }: { introspection: boolean }): Plugin {
  return {
    onParse({ params: { source }, setParseFn }) {
      setParseFn((_source: string, options: object) => {
        const { length } = String(source);
        if (length > LIMITS.characters) throw limitExceeded('characters', length, LIMITS.characters);
        return parse(source, { ...options, maxTokens: LIMITS.tokens });
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

/** An operation that takes too long is answered with TIMEOUT; its signal stops the statements that still run. */
export const timeLimit: Plugin<Call> = {
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn(async (args: ExecutionArgs) => {
      const { signal } = args.contextValue as Call;
      let giveUp = () => {};
      const late = new Promise<never>((_, reject) => {
        giveUp = () => reject(new TimeoutError(TIME_LIMIT));
        signal?.addEventListener('abort', giveUp, { once: true });
      });
      try {
        return await Promise.race([executeFn(args), late]);
      } finally {
        signal?.removeEventListener('abort', giveUp);
      }
    });
  },
};
