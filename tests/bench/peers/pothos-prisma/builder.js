import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { prisma } from './database.js';
import { getDatamodel } from './generated/pothos.ts';
import * as enums from './generated/prisma/enums.ts';

export const builder = new SchemaBuilder({
  plugins: [PrismaPlugin, RelayPlugin],
  relay: { nodesOnConnection: true },
  prisma: { client: prisma, dmmf: getDatamodel(), onUnusedQuery: null },
});

builder.addScalarType('Date', GraphQLDate);
builder.addScalarType('DateTime', GraphQLDateTime);
builder.scalarType('Decimal', { serialize: (value) => value.toFixed() });

/** All enums of the models by their names. */
export const Enums = Object.fromEntries(
  Object.entries(enums).map(([name, values]) => [name, builder.enumType(values, { name })]),
);

builder.queryType();
