import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  visit,
} from 'graphql';
import { limitExceeded } from './errors.ts';

/** What one document may hold. The schema's description of Query states the same numbers. */
export const LIMITS = {
  characters: 100_000,
  tokens: 1000,
  depth: 14,
  introspectionDepth: 16,
  aliases: 30,
  /** Inside of introspection, whose lists are long: types by fields by fields. */
  introspectionAliases: 2,
  directives: 50,
  rootFieldsOfMutation: 10,
  errors: 50,
} as const;

/** A validation rule: refuses documents that nest too deep or repeat too much. */
export function withinLimits(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const report = (
        limit: keyof typeof LIMITS,
        given: number,
        node: OperationDefinitionNode | DocumentNode,
      ) => {
        if (given > LIMITS[limit]) {
          context.reportError(limitExceeded(limit, given, LIMITS[limit], { nodes: node }));
        }
      };
      const depths = depthsOf(context);
      let aliases = 0;
      let introspectionAliases = 0;
      let directives = 0;
      visit(document, {
        Field({ alias }, _key, _parent, _path, ancestors) {
          if (!alias) return;
          aliases++;
          if (ancestors.some(isIntrospection)) introspectionAliases++;
        },
        Directive: () => void directives++,
      });
      report('aliases', aliases, document);
      report('introspectionAliases', introspectionAliases, document);
      report('directives', directives, document);
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        const { own, introspection } = depths(operation.selectionSet);
        report('depth', own, operation);
        report('introspectionDepth', introspection, operation);
        if (operation.operation === 'mutation') {
          report('rootFieldsOfMutation', operation.selectionSet.selections.length, operation);
        }
      }
    },
  };
}

/** What everything below is part of a description of the schema. */
function isIntrospection(node: ASTNode | readonly ASTNode[]): boolean {
  if (!('kind' in node)) return false;
  if (node.kind === Kind.FIELD) return node.name.value.startsWith('__');
  const isFragment = node.kind === Kind.FRAGMENT_DEFINITION || node.kind === Kind.INLINE_FRAGMENT;
  return isFragment && !!node.typeCondition?.name.value.startsWith('__');
}

interface Depths {
  readonly own: number;
  readonly introspection: number;
}

/** How deep fields nest, with introspection counted apart. Each fragment is measured once. */
function depthsOf(context: ValidationContext): (set: SelectionSetNode) => Depths {
  const measured = new Map<FragmentDefinitionNode, Depths>();
  return ofSet;

  function ofSet(set: SelectionSetNode): Depths {
    let own = 0;
    let introspection = 0;
    for (const selection of set.selections) {
      const inner = ofSelection(selection);
      own = Math.max(own, inner.own);
      introspection = Math.max(introspection, inner.introspection);
    }
    return { own, introspection };
  }

  function ofSelection(selection: SelectionSetNode['selections'][number]): Depths {
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(context.getFragment(selection.name.value));
    const { own, introspection } = selection.selectionSet ? ofSet(selection.selectionSet) : NONE;
    if (selection.name.value.startsWith('__'))
      return { own: 0, introspection: Math.max(own, introspection) + 1 };
    return { own: own + 1, introspection };
  }

  function ofFragment(fragment: FragmentDefinitionNode | null | undefined): Depths {
    if (!fragment) return NONE;
    let depths = measured.get(fragment);
    if (!depths) {
      // A fragment that spreads itself is refused by another rule; here it must only come to an end.
      measured.set(fragment, NONE);
      measured.set(fragment, (depths = ofSet(fragment.selectionSet)));
    }
    return depths;
  }
}

const NONE: Depths = { own: 0, introspection: 0 };
