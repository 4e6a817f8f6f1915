import SchemaBuilder from '@pothos/core';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Call } from '../platform/call.ts';
import type { Declaration } from './declarations.ts';

declare module 'graphql' {
  // biome-ignore lint/suspicious/noExplicitAny: it must be declared as graphql declares it
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs = any> {
    /** How the field gets its value, for whoever reads it in another way than by its resolver. */
    declared?: Declaration;
    /** Nodes that a list outside of connections holds at most. */
    atMost?: number;
  }
}

export const builder = new SchemaBuilder<{
  Context: Call;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    Date: { Input: Date; Output: Date };
    Decimal: { Input: Prisma.Decimal; Output: Prisma.Decimal };
  };
}>({ defaultFieldNullability: false });

export type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T> ? T : never;

builder.queryType({ description: 'Everything a client can read' });
