import SchemaBuilder from '@pothos/core';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Call } from '../platform/call.ts';
import { MOST_NODES } from './cost.ts';
import type { Declaration } from './declarations.ts';
import { LIMITS } from './limits.ts';

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

const { tokens, characters, depth, introspectionDepth, aliases, directives } = LIMITS;

builder.queryType({
  description:
    'Everything a client can read. ' +
    `A document has at most ${tokens} tokens, ${characters} characters, ${aliases} aliases and ${directives} directives, ` +
    `and nests at most ${depth} deep, introspection ${introspectionDepth}; an operation could return at most ` +
    `${MOST_NODES} nodes, which every answer estimates in extensions.cost, and takes 10 seconds at most.`,
});
