import { type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Call } from '../../platform/call.ts';
import type { Bind } from '../../platform/where.ts';
import { nodeText } from './objects.ts';
import { rootText } from './roots.ts';
import { type Hole, Scope, type Variables } from './scope.ts';
import { Given, rendered, settled, sql } from './sql.ts';

/** Texts kept of one plan. */
const MOST_SHAPES = 50;

interface Made {
  readonly text: string;
  readonly values: readonly unknown[];
}

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
  const { holes, fixed, shapes } = scope;
  const make = (variables: Variables, asked: readonly unknown[]): Made => {
    const values: unknown[] = [];
    const bind: Bind = (value) => `$${values.push(value)}`;
    const placeholders: string[] = [];
    const placeholderOf = (index: number) => (placeholders[index] ??= bind(fixed.values[index]));
    const text = rendered(whole, { variables, asked, bind, fixed: placeholderOf });
    return { text, values };
  };
  const kept = new LRUCache<string, Made>({ max: MOST_SHAPES });
  const statement: Plan['statement'] = (variables, bind) => {
    const asked = shapes.map(({ ask }) => ask(variables));
    const shape = shapes.map(({ shape }, i) => shape(asked[i])).join();
    let made = kept.get(shape);
    if (!made) {
      made = make(variables, asked);
      if (scope.isKept) kept.set(shape, made);
    }
    for (const value of made.values) bind(value instanceof Given ? value.get(asked) : value);
    return made.text;
  };
  return { holes, statement };
}
