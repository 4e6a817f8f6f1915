import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import type { Call } from '../platform/call.ts';
import { rowsBy } from '../platform/list.ts';
import { entry, loader } from '../platform/loaders.ts';
import type { ModelName, Row } from '../platform/models.ts';
import { columnsAt, planned } from './selection.ts';

/** The row whose unique `field` is `key`, with the columns that are selected here; one statement for all keys of a tick. */
export function readOne<M extends ModelName>(
  model: M,
  field: string,
  key: unknown,
  call: Call,
  info: GraphQLResolveInfo,
): Promise<Row<M> | null> {
  if (key == null) return Promise.resolve(null);
  return planned(call, info, () => rowLoader(model, field, columnsAt(info), call)).load(key);
}

/** A row of one of several models, as an interface or a union needs it. */
export interface Typed {
  readonly __typename: string;
}

/** The row with this id, with the columns that are selected here of its type; null where there is none to see. */
export async function readTyped(
  model: ModelName,
  id: string,
  call: Call,
  info: GraphQLResolveInfo,
): Promise<Typed | null> {
  const type = info.schema.getType(model);
  // A model that clients can't see has no type.
  if (!isObjectType(type)) return null;
  const loaders = planned(call, info, () => new Map<ModelName, ReturnType<typeof rowLoader>>());
  const rows = entry(loaders, model, () => rowLoader(model, 'id', columnsAt(info, type), call));
  const row = await rows.load(id);
  return row && { ...(row as object), __typename: model };
}

/** The loader of rows by a unique field: all places that select the same columns share it. */
export function rowLoader<M extends ModelName>(
  model: M,
  field: string,
  columns: ReadonlySet<string>,
  call: Call,
) {
  const shape = [field, ...[...columns].sort()].join();
  return loader(call, model, shape, rowsBy(model, field, columns, call));
}
