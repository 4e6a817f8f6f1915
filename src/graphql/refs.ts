import type { ObjectRef } from '@pothos/core';
import { entry } from '../platform/loaders.ts';
import type { ModelName, Row } from '../platform/models.ts';
import { builder, type Types } from './builder.ts';

/** Models that clients can see: those with an id of their own. */
export type NodeName = { [M in ModelName]: Row<M> extends { id: string } ? M : never }[ModelName];

const nodes = new Map<NodeName, ObjectRef<Types, unknown>>();

/** The GraphQL type of a model, also before its feature has described it. */
export function node<M extends NodeName>(name: M): ObjectRef<Types, Row<M>> {
  return entry(nodes, name, () => builder.objectRef(name)) as ObjectRef<Types, Row<M>>;
}
