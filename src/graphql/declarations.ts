import type { Relation } from '../platform/models.ts';

/** How a field gets its value. Relations have no resolver logic of their own, so that all can be read, and made faster, in one place. */
export type Declaration =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'one' | 'many' | 'count'; readonly relation: Relation }
  | { readonly kind: 'list' | 'lookup' }
  /** Hands on the rows of what it stands in: what is selected below is selected of them. */
  | { readonly kind: 'rows' }
  | { readonly kind: 'computed'; readonly needs: readonly string[] };

/** The columns that a row must hold for the field to be read. */
export function neededBy(declaration: Declaration): readonly string[] {
  switch (declaration.kind) {
    case 'column':
      return [declaration.column];
    case 'computed':
      return declaration.needs;
    case 'one':
    case 'many':
    case 'count':
      return [declaration.relation.from];
    default:
      return [];
  }
}
