import type { FieldRef, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Call } from '../platform/call.ts';
import {
  type FieldName,
  type ForeignKey,
  fieldOf,
  type ManyName,
  models,
  type OneName,
  type Relation,
  type Row,
  type Target,
} from '../platform/models.ts';
import { canBeHidden } from '../platform/visibility.ts';
import type { Condition } from '../platform/where.ts';
import type { Types } from './builder.ts';
import { connectionOf, listArgs } from './connections.ts';
import type { Declaration, Detour, ListField } from './declarations.ts';
import { type NodeName, node } from './refs.ts';
import { type ListArgs, readCount, readMany, styleOf } from './relations.ts';
import { readOne } from './rows.ts';
import { columnType } from './types.ts';

export type Fields<M extends NodeName> = PothosSchemaTypes.ObjectFieldBuilder<Types, Row<M>>;
export type RootFields = PothosSchemaTypes.QueryFieldBuilder<Types, {}>;
type AnyField = FieldRef<Types, unknown, 'Object'>;
export type FieldMap = Record<string, AnyField>;

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
    options?: {
      detour?: (relation: Relation) => Detour;
      where?: Condition<Target<M, R>>;
      isWhole?: boolean;
    },
  ): AnyField;
  /** A connection over a way that is no foreign key. */
  path(relation: Relation, description: string): AnyField;
  /** The number of rows whose foreign key leads here. */
  count<R extends ManyName<M>>(
    relation: R,
    options: { description: string; where?: Condition<Target<M, R>> },
  ): AnyField;
}

/** The words in which the fields of a model are declared. */
export function dialect<M extends NodeName>(t: Fields<M>, name: M): Dialect<M> {
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
    many: (name, { detour, where, isWhole } = {}) => {
      const relation = relations[name]!;
      const model = relation.model as NodeName;
      const list = { model, relation, detour: detour?.(relation), where: where as never, isWhole };
      return connectionField(t as never, list, relation.description, { kind: 'many', list });
    },
    path: (relation, description) => {
      const list = { model: relation.model as NodeName, relation };
      return connectionField(t as never, list, description, { kind: 'many', list });
    },
    count: (name, { description, where }) => {
      const relation = relations[name]!;
      const list = { model: relation.model, relation, where: where as never };
      return t.int({
        description,
        extensions: { declared: { kind: 'count', list } },
        resolve: (row, _args, call) => readCount(list, row as object, call),
      });
    },
  };
}

/** A list as a connection: its arguments, and a reader that waits until a part of it is selected. */
export function connectionField<M extends NodeName>(
  t: RootFields,
  list: ListField<M>,
  description: string | undefined,
  declared: Declaration,
): AnyField {
  const { model, detour } = list;
  const args = listArgs(t, styleOf(model));
  return t.field({
    type: connectionOf(model, node(model), styleOf(model).facets),
    args: detour ? { ...args, [detour.argument]: t.arg.boolean({ description: detour.description }) } : args,
    description,
    extensions: { declared },
    resolve: (row: object, args: ListArgs, call: Call, info: GraphQLResolveInfo) =>
      readMany(list, row, args, call, info),
  } as never);
}

/** Columns as fields: type, nullability and description come from the models. */
export function columnFields<M extends NodeName>(
  t: Fields<M>,
  name: M,
  columns: readonly string[],
): FieldMap {
  return Object.fromEntries(
    columns.map((column) => {
      const field = fieldOf(name, column);
      const { nullable, description, list } = field;
      const declared: Declaration = { kind: 'column', column };
      const type = list ? [columnType(field)] : columnType(field);
      const options = { type, nullable, description, extensions: { declared } };
      return [column, t.expose(column as never, options as never) as AnyField];
    }),
  );
}

/** A field that leads to the row whose id a property of the object is; absent where there is none to see. */
export function rowField<Parent, M extends NodeName>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>,
  model: M,
  key: keyof Parent & string,
  description: string,
) {
  return t.field({
    type: node(model),
    nullable: true,
    description,
    extensions: { declared: { kind: 'row', model, key } },
    resolve: (parent, _args, call, info) => readOne(model, 'id', parent[key], call, info) as never,
  });
}
