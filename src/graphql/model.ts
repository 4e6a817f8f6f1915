import type { ObjectRef } from '@pothos/core';
import { type FieldName, fieldOf, models, type Row } from '../platform/models.ts';
import { restrict, type VisibleTo } from '../platform/visibility.ts';
import { builder, type Types } from './builder.ts';
import type { ListField } from './declarations.ts';
import {
  columnFields,
  connectionField,
  type Dialect,
  dialect,
  type FieldMap,
  type RootFields,
} from './fields.ts';
import { globalId, localId, withId } from './ids.ts';
import { Node } from './node.ts';
import { type NodeName, node } from './refs.ts';
import { type ListStyle, setStyle } from './relations.ts';
import { readOne } from './rows.ts';
import { columnType } from './types.ts';

/** Makes the GraphQL type of a model: a Node with these columns and fields. */
export function model<M extends NodeName>(
  name: M,
  parts: {
    visibleTo: VisibleTo<M>;
    columns: readonly FieldName<M>[];
    list?: ListStyle<M>;
    fields?: (dialect: Dialect<M>) => FieldMap;
  },
): ObjectRef<Types, Row<M>> {
  restrict(name, parts.visibleTo);
  if (parts.list) setStyle(name, parts.list);
  const type = node(name);
  builder.objectType(type as ObjectRef<Types, object>, {
    description: models[name].description,
    interfaces: [Node],
    fields: (t) =>
      ({
        id: t.id({
          description: 'Global id',
          extensions: { declared: { kind: 'id', model: name } },
          resolve: (row) => globalId(name, (row as { id: string }).id),
        }),
        ...columnFields(t as never, name, parts.columns),
        ...parts.fields?.(dialect(t as never, name)),
      }) as never,
  });
  return type;
}

/** Adds fields to the type of an earlier feature. */
export function extend<M extends NodeName>(name: M, fields: (dialect: Dialect<M>) => FieldMap): void {
  builder.objectFields(node(name), (t) => fields(dialect(t, name)) as never);
}

/** A root connection of all rows that the viewer may see. */
export function list<M extends NodeName>(name: M, description: string) {
  const of = { model: name } as ListField<NodeName>;
  return (t: RootFields) => connectionField(t, of, description, { kind: 'list', list: of });
}

/** A root field that finds a row by its global id; null where there is none to see. */
export function byId<M extends NodeName>(name: M, description: string) {
  return (t: RootFields) =>
    t.field({
      type: node(name) as ObjectRef<Types, object>,
      nullable: true,
      description,
      args: { id: t.arg.id({ required: true, description: 'Global id' }) },
      extensions: { declared: { kind: 'lookup', model: name, where: ({ id }) => withId(name, id) } },
      resolve: (_root, { id }, call, info) =>
        readOne(name, 'id', localId(name, id), call, info) as Promise<object | null>,
    });
}

/** A root field that finds a row by a unique column; null where there is none to see. */
export function lookup<M extends NodeName>(
  name: M,
  field: FieldName<M>,
  description: string,
  check: (value: string) => unknown = (value) => value,
) {
  const column = fieldOf(name, field);
  return (t: RootFields) =>
    t.field({
      type: node(name) as ObjectRef<Types, object>,
      nullable: true,
      description,
      args: { [field]: t.arg({ type: columnType(column), required: true, description: column.description }) },
      extensions: {
        declared: {
          kind: 'lookup',
          model: name,
          where: (args) => ({ [field]: check(args[field] as string) }) as never,
        },
      },
      resolve: (_root, args, call, info) =>
        readOne(name, field, check(args[field] as string), call, info) as Promise<object | null>,
    });
}
