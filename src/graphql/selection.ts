import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { Call } from '../platform/call.ts';
import { entry } from '../platform/loaders.ts';
import { applies } from './collected.ts';
import { neededBy } from './declarations.ts';

const plans = new WeakMap<Call, Map<readonly FieldNode[], unknown>>();

/** Makes something once for all rows that meet the same selection: its nodes are the same array for each of them. */
export function planned<Plan>(call: Call, { fieldNodes }: GraphQLResolveInfo, make: () => Plan): Plan {
  const ofCall = entry<Call, Map<readonly FieldNode[], unknown>>(plans, call, () => new Map());
  return entry(ofCall, fieldNodes, make) as Plan;
}

/** The columns that the selected fields of the rows need, whether they stand in a connection or not. */
export function columnsAt(info: GraphQLResolveInfo, type = getNamedType(info.returnType)): Set<string> {
  const columns = new Set<string>();
  // Each fragment is read once for each type: fragments that spread others twice would take for ever.
  const seen = new Map<GraphQLObjectType, Set<FragmentDefinitionNode>>();
  if (isObjectType(type)) for (const { selectionSet } of info.fieldNodes) visit(selectionSet, type);
  return columns;

  function visit(set: SelectionSetNode | undefined, type: GraphQLObjectType): void {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'Field') field(selection, type);
      else if (selection.kind === 'InlineFragment') {
        if (applies(info.schema, selection.typeCondition?.name.value, type))
          visit(selection.selectionSet, type);
      } else {
        const fragment = info.fragments[selection.name.value]!;
        const ofType = entry<GraphQLObjectType, Set<FragmentDefinitionNode>>(seen, type, () => new Set());
        if (ofType.has(fragment) || !applies(info.schema, fragment.typeCondition.name.value, type)) continue;
        ofType.add(fragment);
        visit(fragment.selectionSet, type);
      }
    }
  }

  function field({ name, selectionSet }: FieldNode, type: GraphQLObjectType): void {
    const definition = type.getFields()[name.value];
    if (!definition) return;
    const { declared } = definition.extensions;
    if (declared?.kind === 'rows') {
      const inner = getNamedType(definition.type);
      if (isObjectType(inner)) visit(selectionSet, inner);
    } else if (declared) for (const column of neededBy(declared)) columns.add(column);
  }
}
