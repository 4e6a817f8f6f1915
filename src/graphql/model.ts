import type { FieldRef, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Call } from '../platform/call.ts';
import { entry } from '../platform/loaders.ts';
import {
  type FieldName,
  type ForeignKey,
  fieldOf,
  type ManyName,
  type ModelName,
  models,
  type OneName,
  type Relation,
  type Row,
  type Target,
} from '../platform/models.ts';
import { canBeHidden, restrict, type VisibleTo } from '../platform/visibility.ts';
import type { Condition } from '../platform/where.ts';
import { builder, type Types } from './builder.ts';
import { connectionOf, listArgs } from './connections.ts';
import type { Declaration } from './declarations.ts';
import { globalId } from './ids.ts';
import { Node } from './node.ts';
import {
  type Detour,
  type ListArgs,
  type ListField,
  type ListStyle,
  readCount,
  readMany,
  readOne,
  setStyle,
  styleOf,
} from './relations.ts';
import { columnType } from './types.ts';

/** Models that clients can see: those with an id of their own. */
export type NodeName = { [M in ModelName]: Row<M> extends { id: string } ? M : never }[ModelName];
type Fields<M extends NodeName> = PothosSchemaTypes.ObjectFieldBuilder<Types, Row<M>>;
export type RootFields = PothosSchemaTypes.QueryFieldBuilder<Types, {}>;
type AnyField = FieldRef<Types, unknown, 'Object'>;
type FieldMap = Record<string, AnyField>;

/** What the fields of a model are made of. */
export interface Dialect<M extends NodeName> {
  /** Pothos itself, for a field that is computed: wrap it in `computed`. */
  t: Fields<M>;
  /** Extensions of a field with a resolver: the columns that the resolver reads. */
  computed(...needs: FieldName<M>[]): { declared: Declaration };
  /** The row that a foreign key leads to. */
  one<R extends OneName<M>>(relation: R): AnyField;
  /** The rows whose foreign key leads here, as a connection. */
  many<R extends ManyName<M>>(
    relation: R,
    options?: { detour?: (relation: Relation) => Detour; where?: Condition<Target<M, R>> },
  ): AnyField;
  /** A connection over a way that is no foreign key. */
  path(relation: Relation, description: string): AnyField;
  /** The number of rows whose foreign key leads here. */
  count<R extends ManyName<M>>(
    relation: R,
    options: { description: string; where?: Condition<Target<M, R>> },
  ): AnyField;
}

const nodes = new Map<NodeName, ObjectRef<Types, unknown>>();

/** The GraphQL type of a model, also before its feature has described it. */
export function node<M extends NodeName>(name: M): ObjectRef<Types, Row<M>> {
  return entry(nodes, name, () => builder.objectRef(name)) as ObjectRef<Types, Row<M>>;
}

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
          extensions: { declared: { kind: 'computed', needs: ['id'] } },
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
  return (t: RootFields) => connectionField(t, { model: name }, description, { kind: 'list' });
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
      extensions: { declared: { kind: 'lookup' } },
      resolve: (_root, args, call, info) =>
        readOne(name, field, check(args[field] as string), call, info) as Promise<object | null>,
    });
}

function dialect<M extends NodeName>(t: Fields<M>, name: M): Dialect<M> {
  const relations: Readonly<Record<string, ForeignKey>> = models[name].relations;
  return {
    t,
    computed: (...needs) => ({ declared: { kind: 'computed', needs } }),
    one: (name) => {
      const relation = relations[name]!;
      const { model, from, to, nullable, description } = relation;
      return t.field({
        type: node(model as NodeName) as ObjectRef<Types, object>,
        nullable: nullable || canBeHidden(model),
        description,
        extensions: { declared: { kind: 'one', relation } },
        resolve: (row, _args, call, info) =>
          readOne(model, to, row[from as keyof Row<M>], call, info) as Promise<object>,
      });
    },
    many: (name, { detour, where } = {}) => {
      const relation = relations[name]!;
      const field = { model: relation.model as NodeName, relation, detour: detour?.(relation), where };
      return connectionField(t as never, field as never, relation.description, { kind: 'many', relation });
    },
    path: (relation, description) =>
      connectionField(t as never, { model: relation.model as NodeName, relation }, description, {
        kind: 'many',
        relation,
      }),
    count: (name, { description, where }) => {
      const relation = relations[name]!;
      const field = { model: relation.model, relation, where: where as never };
      return t.int({
        description,
        extensions: { declared: { kind: 'count', relation } },
        resolve: (row, _args, call) => readCount(field, row as object, call),
      });
    },
  };
}

function connectionField<M extends NodeName>(
  t: RootFields,
  field: ListField<M>,
  description: string | undefined,
  declared: Declaration,
): AnyField {
  const { model, detour } = field;
  const args = listArgs(t, styleOf(model));
  return t.field({
    type: connectionOf(model, node(model)),
    args: detour ? { ...args, [detour.argument]: t.arg.boolean({ description: detour.description }) } : args,
    description,
    extensions: { declared },
    resolve: (row: object, args: ListArgs, call: Call, info: GraphQLResolveInfo) =>
      readMany(field, row, args, call, info),
  } as never);
}

function columnFields<M extends NodeName>(t: Fields<M>, name: M, columns: readonly string[]): FieldMap {
  return Object.fromEntries(
    columns.map((column) => {
      const field = fieldOf(name, column);
      const { nullable, description } = field;
      const declared: Declaration = { kind: 'column', column };
      const options = { type: columnType(field), nullable, description, extensions: { declared } };
      return [column, t.expose(column as never, options as never) as AnyField];
    }),
  );
}
