import type { InputRef } from '@pothos/core';
import type { Order } from '../platform/cursor.ts';
import { type FieldName, fieldOf, type ModelName } from '../platform/models.ts';
import { builder } from './builder.ts';

export interface Ordering<M extends ModelName> {
  readonly input: InputRef<Order>;
  readonly default: Order & { field: FieldName<M> };
}

export const Direction = builder.enumType('OrderDirection', {
  description: 'Which end of an order comes first; absent values come last in both',
  values: {
    ASC: { value: 'asc', description: 'Smallest or earliest first' },
    DESC: { value: 'desc', description: 'Largest or latest first' },
  } as const,
});

/** The input `<Model>Order`: the columns a list can be ordered by, the first one by default. Each needs an index with the id. */
export function ordering<M extends ModelName>(
  model: M,
  fields: readonly [FieldName<M>, ...FieldName<M>[]],
  direction: Order['direction'] = 'asc',
): Ordering<M> {
  const field = builder.enumType(`${model}OrderField` as string, {
    description: 'What the list can be ordered by',
    values: Object.fromEntries(
      fields.map((name) => [
        upperSnake(name),
        { value: name as string, description: fieldOf(model, name).description },
      ]),
    ),
  });
  const input = builder.inputRef<Order>(`${model}Order`).implement({
    description: 'The order of the list; equal ones by their ids',
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'Ordered by this' }),
      direction: t.field({
        type: Direction,
        required: true,
        defaultValue: 'asc',
        description: 'Which end first',
      }),
    }),
  });
  return { input, default: { field: fields[0], direction } };
}

function upperSnake(name: string): string {
  return name.replace(/[A-Z]/g, '_$&').toUpperCase();
}
