import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { entry } from '../platform/loaders.ts';

/** What selections are read with. */
export interface Reading {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced; those that directives name are enough. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whether a fragment with this type condition is about objects of the type. */
export function applies(
  schema: GraphQLSchema,
  condition: string | undefined,
  type: GraphQLObjectType,
): boolean {
  if (condition === undefined || condition === type.name) return true;
  const other = schema.getType(condition);
  return isAbstractType(other) && schema.isSubType(other, type);
}

/** The fields that are selected of an object of the type, by their keys in the answer, in its order. */
export function collected(
  reading: Reading,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): Map<string, FieldNode[]> {
  const { schema, fragments, variables } = reading;
  const found = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  for (const set of sets) if (set) visit(set);
  return found;

  function visit({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isWanted(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        entry(found, (selection.alias ?? selection.name).value, () => []).push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(schema, selection.typeCondition?.name.value, type)) visit(selection.selectionSet);
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = fragments.get(selection.name.value)!;
        if (applies(schema, fragment.typeCondition.name.value, type)) visit(fragment.selectionSet);
      }
    }
  }

  function isWanted(selection: SelectionNode): boolean {
    if (!selection.directives?.length) return true;
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false;
  }
}
