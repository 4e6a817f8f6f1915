import type { EnumRef } from '@pothos/core';
import type { Grouping } from '../platform/list.ts';
import { columnOf, type FieldName, fieldOf, type ModelName } from '../platform/models.ts';
import { builder, type Types } from './builder.ts';
import { yearIn } from './filters.ts';

/** Values that a facet tells of at most. */
export const MOST_GROUPS = 1000;

/** One way to count the rows of a list in groups. */
export interface Facet extends Grouping {
  readonly description: string;
  /** Members of the filter that the facet does not obey: its own. */
  readonly ignores: readonly string[];
  /** What the values are ids of. */
  readonly model?: ModelName;
}

export type NamedFacet = Facet & { readonly name: string };

/** By what the lists of a model can be counted in groups. */
export interface Facets<_M extends ModelName> {
  readonly type: EnumRef<Types, NamedFacet>;
}

/** The enum `<Model>Facet`: ways to count the rows in groups, by their names in the schema. */
export function facets<M extends ModelName>(model: M, given: Readonly<Record<string, Facet>>): Facets<M> {
  const values = Object.fromEntries(
    Object.entries(given).map(([name, facet]) => [
      name,
      { value: { ...facet, name }, description: facet.description },
    ]),
  );
  const type = builder.enumType(`${model}Facet` as string, {
    description: 'By what the rows of a list can be counted in groups',
    values: values as never,
  });
  return { type: type as never };
}

/** Groups by the values of a column. */
export function byColumn<M extends ModelName>(model: M, field: FieldName<M>): Facet {
  return {
    description: `By ${fieldOf(model, field).description}`,
    by: (table) => columnOf(model, field, table),
    ignores: [field],
  };
}

/** Groups by the year of a day; `year` is the member of the filter that goes with it. */
export function byYear<M extends ModelName>(model: M, field: FieldName<M>): Facet {
  return {
    description: `By the year (年度) of: ${fieldOf(model, field).description}`,
    by: (table) => yearIn(columnOf(model, field, table)),
    ignores: ['year', field],
  };
}
