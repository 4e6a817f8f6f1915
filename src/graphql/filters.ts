import type { InputRef } from '@pothos/core';
import { BadInputError } from '../platform/errors.ts';
import {
  type Column,
  columnOf,
  type FieldName,
  fieldOf,
  type ModelName,
  type Where,
} from '../platform/models.ts';
import { having } from '../platform/search.ts';
import { type Condition, todayOf } from '../platform/where.ts';
import { builder, type Types } from './builder.ts';
import { localId } from './ids.ts';
import { columnType, rangeOf, type Scalar } from './types.ts';

/** How a column is compared: one of a list, within a range, or equal. */
type Comparison = 'oneOf' | 'range' | 'equals';
type Given = Readonly<Record<string, unknown>>;

/** A filter member that is more than a comparison of one column. */
export interface Custom<M extends ModelName, Value = never> {
  readonly type: Parameters<InputFields['field']>[0]['type'];
  readonly description: string;
  /** `given` is the whole filter, for members that change each other; `name` is the member's own. */
  readonly where: (value: Value, given: Given, name: string) => Condition<M>;
  /** What holds of a list while the member is absent. */
  readonly unlessGiven?: (given: Given) => Condition<M>;
}

type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

export interface Filter<M extends ModelName> {
  readonly input: InputRef<object>;
  conditions(given: object, options?: FilterOptions): Condition<M>[];
}

export interface FilterOptions {
  /** Members that count as if they held. */
  readonly ignored?: readonly string[];
  /** Whether the list also has what a filter leaves out unless it is asked for. */
  readonly isWhole?: boolean | undefined;
}

const MOST_VALUES = 100;
const LONGEST_TEXT = 100;

/** The input `<Model>Filter` and the conditions that it stands for. Every member must hold. */
export function filter<M extends ModelName>(
  model: M,
  comparisons: { readonly [F in FieldName<M>]?: Comparison },
  customs: Readonly<Record<string, Custom<M>>> = {},
): Filter<M> {
  const compared = Object.entries(comparisons) as [FieldName<M>, Comparison][];
  const input = builder.inputRef<object>(`${model}Filter`).implement({
    description: 'Conditions, all of which must hold',
    fields: (t) => ({
      ...Object.fromEntries(
        compared.map(([name, comparison]) => [name, member(t, fieldOf(model, name), comparison)]),
      ),
      ...Object.fromEntries(
        Object.entries(customs).map(([name, { type, description }]) => [
          name,
          t.field({ type, description: description }),
        ]),
      ),
    }),
  });
  const standing = Object.entries(customs).filter(([, custom]) => custom.unlessGiven);
  const conditions = (given: Given, { ignored = [], isWhole }: FilterOptions = {}) => [
    ...Object.entries(given).flatMap(([name, value]) => {
      if (value == null || ignored.includes(name)) return [];
      const comparison = comparisons[name as FieldName<M>];
      if (!comparison) return customs[name]!.where(value as never, given, name);
      return { [name]: CONDITIONS[comparison](value as never, name) } as Where<M>;
    }),
    ...standing
      .filter(([name]) => !isWhole && given[name] == null && !ignored.includes(name))
      .map(([, { unlessGiven }]) => unlessGiven!(given)),
  ];
  return { input, conditions: conditions as Filter<M>['conditions'] };
}

/** The searches through text that filters offer: each needs its index. */
export const searches: { model: ModelName; fields: readonly string[] }[] = [];

/** The member `text`: has it in one of these fields. */
export function textIn<M extends ModelName>(model: M, fields: readonly FieldName<M>[]): Custom<M, string> {
  searches.push({ model, fields });
  return {
    type: 'String',
    description: `Has this text in ${fields.join(' or ')}; Chinese or English, capital letters count as small ones`,
    where: (text) => {
      const { length } = [...text];
      if (length < 1 || length > LONGEST_TEXT) {
        throw new BadInputError(`filter.text: expected 1 to ${LONGEST_TEXT} characters, not ${length}.`);
      }
      return having(model, fields, text);
    },
  };
}

/** A member for a foreign key: leads to one of these. An id of something else leads nowhere. */
export function leadsTo<M extends ModelName>(
  target: ModelName,
  key: FieldName<M>,
  description: string,
): Custom<M, string[]> {
  return {
    type: ['ID'],
    description: `${description}. ${DESCRIPTIONS.oneOf}`,
    where: (globalIds, _, name) => ({ [key]: { in: localIds(target, globalIds, name) } }) as Where<M>,
  };
}

/** The rows' own ids behind global ids of this model; others are left out. */
export function localIds(target: ModelName, globalIds: string[], name: string): string[] {
  return atMostValues(globalIds, name).flatMap((globalId) => localId(target, globalId) ?? []);
}

/** A member for the year of a day: in one of these years. Needs an index on the very same expression. */
export function yearOf<M extends ModelName>(
  model: M,
  field: FieldName<M>,
  description: string,
): Custom<M, number[]> {
  return {
    type: ['Int'],
    description: `${description}. ${DESCRIPTIONS.oneOf}`,
    where: (years, _, name) => (bind, table) =>
      `${yearIn(columnOf(model, field, table))} = any(${bind(atMostValues(years, name))}::int[])`,
  };
}

/** A member for whether the last day is over for those that are still in one of these states. */
export function overdue<M extends ModelName>(
  model: M,
  states: readonly string[],
  description: string,
): Custom<M, boolean> {
  const waiting = states.map((state) => `'${state}'`).join(', ');
  return {
    type: 'Boolean',
    description,
    where: (isWanted) => (bind, table) => {
      const status = columnOf(model, 'status', table);
      const isOverdue = `(${status} in (${waiting}) and ${columnOf(model, 'dueOn', table)} < ${todayOf(bind)})`;
      return isWanted ? isOverdue : `not ${isOverdue}`;
    },
  };
}

/** The year of a day, as an SQL expression. */
export function yearIn(column: string): string {
  return `extract(year from ${column})::int`;
}

function atMostValues<Value>(values: Value[], name: string): Value[] {
  if (values.length <= MOST_VALUES) return values;
  throw new BadInputError(`filter.${name}: at most ${MOST_VALUES} values, not ${values.length}.`);
}

const CONDITIONS: Record<Comparison, (value: never, name: string) => object> = {
  oneOf: (value: unknown[], name) => ({ in: atMostValues(value, name) }),
  range: ({ from, to }: { from?: { valueOf(): unknown }; to?: { valueOf(): unknown } }, name) => {
    if (from && to && Number(from) > Number(to)) {
      throw new BadInputError(`filter.${name}: from must not be beyond to.`);
    }
    return { gte: from ?? undefined, lte: to ?? undefined };
  },
  equals: (value: unknown) => ({ equals: value }),
};

const DESCRIPTIONS: Record<Comparison, string> = {
  oneOf: `One of these, at most ${MOST_VALUES}`,
  range: 'In this range',
  equals: 'Exactly this',
};

function member(t: InputFields, column: Column, comparison: Comparison) {
  const type = columnType(column);
  const description = `${column.description}. ${DESCRIPTIONS[comparison]}`;
  if (comparison === 'oneOf') return t.field({ type: [type], description });
  if (comparison === 'range') return t.field({ type: rangeOf(type as Scalar), description });
  return t.field({ type, description });
}
