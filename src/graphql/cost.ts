import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Actor } from '../platform/actor.ts';
import { LARGEST_PAGE } from '../platform/keyset.ts';
import { applies } from './collected.ts';

/** Nodes that an operation may ask for: of anybody, and of who has signed in. */
export const MOST_NODES = 20_000;
export const MOST_NODES_SIGNED_IN = 100_000;

export function mostNodesOf({ subject }: Actor): number {
  return subject ? MOST_NODES_SIGNED_IN : MOST_NODES;
}

const DEFAULT_PAGE = 20;

interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The most nodes that an operation could return: a page counts with its size, a single object as one,
 * each with all that is selected below it. Never less than what it then returns.
 */
export function nodesOf({ schema, document, operation, variables: given }: Operation): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  // A variable may have the name of something that every object inherits.
  const variables = new Map(Object.entries(given));
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, number>();
  return ofSet(operation.selectionSet, root, 1);

  /** `size` is that of the connection whose fields these are. */
  function ofSet({ selections }: SelectionSetNode, type: GraphQLObjectType, size: number): number {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) sum += ofField(selection, type, size);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum += ofFragment(selection.name.value, type, size);
      else if (applies(schema, selection.typeCondition?.name.value, type)) {
        sum += ofSet(selection.selectionSet, type, size);
      }
    }
    return sum;
  }

  function ofFragment(name: string, type: GraphQLObjectType, size: number): number {
    const fragment = fragments.get(name);
    if (!fragment || !applies(schema, fragment.typeCondition.name.value, type)) return 0;
    const key = `${name} ${type.name} ${size}`;
    let nodes = measured.get(key);
    if (nodes === undefined) measured.set(key, (nodes = ofSet(fragment.selectionSet, type, size)));
    return nodes;
  }

  function ofField(node: FieldNode, type: GraphQLObjectType, size: number): number {
    const field = type.getFields()[node.name.value];
    if (!field || !node.selectionSet) return 0;
    const named = getNamedType(field.type);
    const types = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
    const sizeBelow = isConnection(named) ? pageSize(node) : 1;
    const below = Math.max(0, ...types.map((each) => ofSet(node.selectionSet!, each, sizeBelow)));
    const items = itemsOf(node, field, size);
    return items * (types.some(isNode) ? 1 + below : below);
  }

  function itemsOf(node: FieldNode, field: GraphQLField<unknown, unknown>, size: number): number {
    if (!isListType(getNullableType(field.type))) return 1;
    if (field.extensions.declared?.kind === 'rows') return field.extensions.atMost ?? size;
    const ids = argument(node, 'ids');
    return Array.isArray(ids)
      ? Math.min(ids.length, LARGEST_PAGE)
      : (field.extensions.atMost ?? LARGEST_PAGE);
  }

  function pageSize(node: FieldNode): number {
    const size = argument(node, 'first') ?? argument(node, 'last') ?? DEFAULT_PAGE;
    return Math.min(Math.max(Number(size), 0), LARGEST_PAGE);
  }

  function argument(node: FieldNode, name: string): unknown {
    const value = node.arguments?.find((each) => each.name.value === name)?.value;
    if (value?.kind === Kind.VARIABLE) return variables.get(value.name.value);
    if (value?.kind === Kind.LIST) return value.values;
    return value?.kind === Kind.INT ? value.value : undefined;
  }
}

function isConnection(type: unknown): boolean {
  return isObjectType(type) && type.name.endsWith('Connection');
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}
