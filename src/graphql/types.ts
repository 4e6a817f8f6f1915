import type { InputRef } from '@pothos/core';
import { enums } from '../generated/datamodel.ts';
import { entry } from '../platform/loaders.ts';
import type { Column } from '../platform/models.ts';
import { builder, type Types } from './builder.ts';

type Enums = typeof enums;
export type Scalar = keyof Types['Scalars'] & string;
type EnumRef = PothosSchemaTypes.EnumRef<Types, string>;

const enumRefs = new Map<string, EnumRef>();

/** The GraphQL enum of a Prisma enum, described by the comments there. */
export function enumType(name: keyof Enums): EnumRef {
  return entry(enumRefs, name, () => {
    const { values, ...type }: { values: Record<string, string>; description?: string } = enums[name];
    return builder.enumType(name as string, {
      description: type.description,
      values: Object.fromEntries(
        Object.entries(values).map(([value, description]) => [value, { description }]),
      ),
    });
  });
}

/** The GraphQL type of a column. */
export function columnType({ type, sql }: Column): Scalar | EnumRef {
  if (type in enums) return enumType(type as keyof Enums);
  return sql === 'date' ? 'Date' : (type as Scalar);
}

const ranges = new Map<string, InputRef<object>>();

/** `{ from, to }`, both included, both optional, of a scalar. */
export function rangeOf(scalar: Scalar): InputRef<object> {
  return entry(ranges, scalar, () =>
    builder.inputRef<object>(`${scalar}Range`).implement({
      description: 'From one value to another, both included; either may be left open',
      fields: (t) => ({
        from: t.field({ type: scalar, description: 'This or more' }),
        to: t.field({ type: scalar, description: 'This or less' }),
      }),
    }),
  );
}
