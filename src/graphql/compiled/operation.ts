import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Call } from '../../platform/call.ts';
import { at } from '../../platform/where.ts';
import { nodesOf } from '../cost.ts';
import { filled } from './holes.ts';
import { type Plan, planned } from './plan.ts';
import type { Variables } from './scope.ts';

/** Plans kept of one operation: for who may see different things, and for each choice of its directives. */
const MOST_PLANS = 50;
const SIZES = ['first', 'last', 'ids'];

/** A valid query that is answered by one statement, as far as its fields are declared. */
export class CompiledOperation {
  private readonly plans = new LRUCache<string, Plan>({ max: MOST_PLANS });
  private readonly costs = new LRUCache<string, number>({ max: MOST_PLANS });
  readonly fragments = new Map<string, FragmentDefinitionNode>();
  /** Variables that decide which fields are selected, and how many rows there can be. */
  private readonly ofDirectives = new Set<string>();
  private readonly ofSizes = new Set<string>();

  constructor(
    readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    readonly operation: OperationDefinitionNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
    visit(document, {
      Directive: (node) => {
        visit(node, { Variable: ({ name }) => void this.ofDirectives.add(name.value) });
      },
      Argument: (node) => {
        if (!SIZES.includes(node.name.value)) return;
        visit(node, { Variable: ({ name }) => void this.ofSizes.add(name.value) });
      },
    });
  }

  /** The values of its variables; undefined where they do not fit. */
  coerced(given: Variables): Variables | undefined {
    const { variableDefinitions = [] } = this.operation;
    return variableDefinitions.length === 0
      ? NONE
      : getVariableValues(this.schema, variableDefinitions, given).coerced;
  }

  /** Nodes that it could return. */
  nodes(variables: Variables): number {
    const key = JSON.stringify([...this.ofSizes].map((name) => sizeOf(variables[name])));
    let nodes = this.costs.get(key);
    if (nodes === undefined) {
      const { schema, document, operation } = this;
      this.costs.set(key, (nodes = nodesOf({ schema, document, operation, variables })));
    }
    return nodes;
  }

  /**
   * The data of the answer as JSON; undefined where it must be executed to know the answer.
   * `variables` are coerced from `given`.
   */
  async answer(variables: Variables, given: Variables, call: Call): Promise<Buffer | undefined> {
    const plan = this.planFor(variables, call);
    const json = await call.db.readBytes(
      (bind) => plan.statement(variables, at(call.now, bind)),
      call.signal,
    );
    if (json === undefined || plan.holes.length === 0) return json;
    const tree = JSON.parse(json.toString()) as Record<string, unknown>;
    const { schema, operation, fragments } = this;
    const isWhole = await filled(tree, plan.holes, { schema, operation, fragments, variables: given }, call);
    return isWhole ? Buffer.from(JSON.stringify(tree)) : undefined;
  }

  private planFor(variables: Variables, call: Call): Plan {
    const key = JSON.stringify([call.actor.key, ...[...this.ofDirectives].map((name) => variables[name])]);
    let plan = this.plans.get(key);
    if (!plan) this.plans.set(key, (plan = planned(this, variables, call)));
    return plan;
  }
}

const NONE: Variables = {};

/** What the number of nodes depends on. */
function sizeOf(value: unknown): unknown {
  return Array.isArray(value) ? value.length : value;
}
