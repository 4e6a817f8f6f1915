import type { Derived } from '../platform/derived.ts';
import type { ModelName, Relation, Where } from '../platform/models.ts';
import type { Condition } from '../platform/where.ts';

/** An argument that leads a list over a longer way, as to a region's descendants. */
export interface Detour {
  readonly argument: string;
  readonly description: string;
  readonly relation: Relation;
}

/** What a list field is of: `relation` from its parent, or all rows. */
export interface ListField<M extends ModelName = ModelName> {
  readonly model: M;
  readonly relation?: Relation;
  readonly detour?: Detour | undefined;
  readonly where?: Condition<M> | undefined;
  /** Whether also what filters leave out unless asked for is in the list. */
  readonly isWhole?: boolean | undefined;
}

/** A list that a relation leads to. */
export type RelatedList<M extends ModelName = ModelName> = ListField<M> & { readonly relation: Relation };

/** How a field gets its value. Relations have no resolver logic of their own, so that all can be read, and made faster, in one place. */
export type Declaration =
  | { readonly kind: 'id'; readonly model: ModelName }
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'one'; readonly relation: Relation }
  | { readonly kind: 'many' | 'count'; readonly list: RelatedList }
  /** A row of one of several models: the first whose key is there, with the model that it leads to. */
  | { readonly kind: 'union'; readonly targets: readonly (readonly [key: string, model: ModelName])[] }
  | { readonly kind: 'list'; readonly list: ListField }
  /** One row or none, as the arguments say: the condition on it, or undefined where there can be none. */
  | {
      readonly kind: 'lookup';
      readonly model: ModelName;
      readonly where: (args: Readonly<Record<string, unknown>>) => Where<ModelName> | undefined;
    }
  /** Any node by its global id, or several by theirs. */
  | { readonly kind: 'node' | 'nodes' }
  /** Hands on the rows of what it stands in: what is selected below is selected of them. */
  | { readonly kind: 'rows' }
  /** The row whose id a property of the object is. */
  | { readonly kind: 'row'; readonly model: ModelName; readonly key: string }
  /** Objects that SQL can derive, besides the field's resolver. */
  | { readonly kind: 'derived'; readonly derived: Derived }
  | { readonly kind: 'computed'; readonly needs: readonly string[] };

/** The columns that a row must hold for the field to be read. */
export function neededBy(declaration: Declaration): readonly string[] {
  switch (declaration.kind) {
    case 'id':
      return ['id'];
    case 'column':
      return [declaration.column];
    case 'computed':
      return declaration.needs;
    case 'derived':
      return declaration.derived.needs;
    case 'union':
      return declaration.targets.map(([key]) => key);
    case 'one':
      return [declaration.relation.from];
    case 'many':
    case 'count':
      return [declaration.list.relation.from];
    default:
      return [];
  }
}
