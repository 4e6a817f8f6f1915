import { datamodel, enums } from '../generated/datamodel.ts';
import type { Prisma } from '../generated/prisma/client.ts';

export type ModelName = keyof typeof datamodel;
/** A stored row, as Prisma types it; the reads return the same. */
export type Row<M extends ModelName> = Prisma.TypeMap['model'][M]['payload']['scalars'];
/** A condition on rows, in Prisma's own words: commands hand it to Prisma, reads compile it. */
export type Where<M extends ModelName> = NonNullable<
  Prisma.TypeMap['model'][M]['operations']['findMany']['args']['where']
>;
export type FieldName<M extends ModelName> = keyof (typeof datamodel)[M]['fields'] & string;

type Relations<M extends ModelName> = (typeof datamodel)[M]['relations'];
type RelationName<M extends ModelName, Many extends boolean> = {
  [R in keyof Relations<M>]: Relations<M>[R] extends { many: Many } ? R : never;
}[keyof Relations<M>] &
  string;
export type OneName<M extends ModelName> = RelationName<M, false>;
export type ManyName<M extends ModelName> = RelationName<M, true>;
export type Target<M extends ModelName, R> = R extends keyof Relations<M>
  ? Relations<M>[R] extends { model: infer T extends ModelName }
    ? T
    : never
  : never;

/** The tables under their own names, for SQL written with Kysely. */
export type Tables = {
  [M in ModelName as (typeof datamodel)[M]['table']]: {
    [F in keyof (typeof datamodel)[M]['fields'] & keyof Row<M> as (typeof datamodel)[M]['fields'][F] extends {
      column: infer C extends string;
    }
      ? C
      : never]: Row<M>[F];
  };
};

export interface Column {
  readonly column: string;
  readonly type: string;
  /** PostgreSQL's type: of the elements, where it is a list. */
  readonly sql: string;
  readonly list?: boolean;
  readonly nullable: boolean;
  readonly description?: string;
}

/** From a row to rows of `model`: those whose `to` equals its `from`. */
export interface Relation {
  readonly model: ModelName;
  readonly from: string;
  readonly to: string;
  /** Leads on over a third table: its `from` equals the row's, and its `to` the rows'. */
  readonly through?: { readonly model: ModelName; readonly from: string; readonly to: string };
}

export interface ForeignKey extends Relation {
  readonly many: boolean;
  readonly nullable: boolean;
  readonly description?: string;
}

export interface Model {
  readonly table: string;
  readonly description?: string;
  readonly fields: Readonly<Record<string, Column>>;
  readonly relations: Readonly<Record<string, ForeignKey>>;
  /** Fields of each index, in order. */
  readonly indexes: readonly (readonly string[])[];
}

export const models: Readonly<Record<ModelName, Model>> = datamodel;

/** The field of a model; a name that isn't one is a mistake in a declaration. */
export function fieldOf(model: ModelName, name: string): Column {
  const field = models[model].fields[name];
  if (!field) throw new Error(`${model} has no field ${name}.`);
  return field;
}

/** Whether the values are those of an enum. */
export function isEnum({ type }: Pick<Column, 'type'>): boolean {
  return type in enums;
}

/** Whether an index has the rows in the order of these fields. */
export function isIndexed(model: ModelName, ...fields: string[]): boolean {
  return models[model].indexes.some((index) => fields.every((field, i) => index[i] === field));
}

export function tableOf(model: ModelName): string {
  return `"${models[model].table}"`;
}

/** A field as a column of the table that goes by `alias`. */
export function columnOf(model: ModelName, name: string, alias = 't'): string {
  return `${alias}."${fieldOf(model, name).column}"`;
}
