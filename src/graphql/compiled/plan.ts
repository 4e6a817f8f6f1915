import { type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { Call } from '../../platform/call.ts';
import type { Bind } from '../../platform/where.ts';
import { nodeText } from './objects.ts';
import { rootText } from './roots.ts';
import { type Hole, Scope, type Variables } from './scope.ts';
import { rendered, settled, sql } from './sql.ts';

/** A query as one statement, which gives its answer as JSON text but for what resolvers fill in. */
export interface Plan {
  readonly holes: readonly Hole[];
  /** The statement for these variables. */
  statement(variables: Variables, bind: Bind): string;
}

export interface Query {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Plans the query for whoever may see what the caller may see, and for these values of the variables that
 * directives name.
 */
export function planned({ schema, operation, fragments }: Query, variables: Variables, call: Call): Plan {
  const scope = new Scope({ schema, fragments, variables }, call, nodeText);
  const root = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: 'query' },
    selectionSet: operation.selectionSet,
  } as const;
  const whole = settled(sql`select ${rootText(scope, schema.getQueryType()!, [root])} as json`);
  const { holes, fixed } = scope;
  const statement: Plan['statement'] = (variables, bind) => {
    const placeholders: string[] = [];
    const placeholderOf = (index: number) => (placeholders[index] ??= bind(fixed.values[index]));
    return rendered(whole, { variables, bind, fixed: placeholderOf });
  };
  const isSettled = [whole].flat().every((part) => typeof part !== 'function');
  return { holes, statement: isSettled ? remembered(statement) : statement };
}

/** Where variables change nothing, the text is made once. */
function remembered(statement: Plan['statement']): Plan['statement'] {
  const values: unknown[] = [];
  const text = statement({}, (value) => `$${values.push(value)}`);
  return (_variables, bind) => {
    for (const value of values) bind(value);
    return text;
  };
}
