import {
  type GraphQLArgument,
  type GraphQLField,
  GraphQLNonNull,
  getNamedType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from 'graphql';
import { fromGlobalId } from '../../../src/graphql/ids.ts';
import { type ModelName, models } from '../../../src/platform/models.ts';
import type { Chance } from './chance.ts';
import type { Content } from './content.ts';
import type { Call } from './scope.ts';
import type { Values } from './values.ts';
import type { Variables } from './variables.ts';

type Field = GraphQLField<unknown, unknown>;
type Given = Record<string, unknown>;

const SIZES = [0, 1, 2, 3, 3, 5, 7, 20, 100];
const WRONG_SIZES = [-1, 101, 2 ** 31];
const DEFAULT_SIZE = 20;
/** Objects of one place in the answer, mostly. */
const MOST_ITEMS = 600;

/** Gives arguments to fields. */
export class Arguments {
  constructor(
    private readonly chance: Chance,
    private readonly content: Content,
    private readonly values: Values,
    private readonly variables: Variables,
    private readonly isFaulty: boolean,
  ) {}

  /** The field with arguments, for that many objects. */
  call(field: Field, objects: number): Call {
    const model = modelOf(field);
    const isConnection = field.args.some(({ name }) => name === 'first');
    const given = isConnection ? this.page(field, model, objects) : this.plain(field, model);
    const parts = this.chance.some(field.args, field.args.length).flatMap((arg) => {
      if (!(arg.name in given)) return [];
      return `${arg.name}: ${this.variables.written(given[arg.name], arg.type, arg.defaultValue !== undefined)}`;
    });
    const text = parts.length > 0 ? `${field.name}(${parts.join(', ')})` : field.name;
    return { text, items: itemsOf(field, given, isConnection), likely: likelyOf(field, given) };
  }

  private plain(field: Field, model: ModelName | undefined): Given {
    const { chance } = this;
    // One of an organization's names is enough.
    const one = field.name === 'organization' && field.args.length > 0 ? chance.oneOf(field.args) : undefined;
    const isGiven = (arg: GraphQLArgument) =>
      isRequiredArgument(arg) || (one && !this.isFaulty ? arg === one : chance.isLucky(50));
    return Object.fromEntries(
      field.args.filter(isGiven).map((arg) => [arg.name, this.value(arg, model, !!one)]),
    );
  }

  private value(arg: GraphQLArgument, model: ModelName | undefined, isThere: boolean): unknown {
    const type =
      isThere && !this.isFaulty && !isNonNullType(arg.type) ? new GraphQLNonNull(arg.type) : arg.type;
    return this.values.of(type, { model, name: arg.name });
  }

  private page(field: Field, model: ModelName | undefined, objects: number): Given {
    const { chance } = this;
    const given: Given = {};
    for (const arg of field.args) {
      if (['first', 'last', 'after', 'before'].includes(arg.name)) continue;
      if (chance.isLucky(arg.name === 'filter' ? 40 : 50)) given[arg.name] = this.value(arg, model, false);
    }
    const cursors = this.cursorsOf(model!, given.orderBy as never);
    for (const name of ['after', 'before']) {
      if (chance.isLucky(15) && cursors.length > 0) given[name] = chance.oneOf(cursors);
      else if (chance.isLucky(3)) given[name] = null;
    }
    const most = Number(field.extensions.atMost ?? Number.POSITIVE_INFINITY);
    const fitting = SIZES.filter((size) => size <= most && (size < 3 || size * objects <= MOST_ITEMS));
    if (chance.isLucky(25) && DEFAULT_SIZE * objects <= MOST_ITEMS) return given;
    const isWrong = this.isFaulty && chance.isLucky(10);
    const ends = isWrong && chance.isLucky(30) ? ['first', 'last'] : [chance.oneOf(['first', 'last'])];
    for (const end of ends) given[end] = chance.oneOf(isWrong ? WRONG_SIZES : fitting);
    if (chance.isLucky(3)) given.first ??= null;
    return given;
  }

  /** Cursors of the list in this order, or at times on purpose in another. */
  private cursorsOf(model: ModelName, order: { field: string; direction?: string } | null | undefined) {
    const { cursors } = this.content;
    const key = order ? `${model} ${order.field} ${order.direction ?? 'ASC'}` : model;
    if (this.isFaulty && this.chance.isLucky(30))
      return ['', 'none', ...(cursors[this.chance.oneOf(Object.keys(cursors))] ?? [])];
    return cursors[key] ?? [];
  }
}

/** The model that the field leads to rows of. */
function modelOf({ type }: Field): ModelName | undefined {
  const name = getNamedType(type).name.replace(/Connection$/, '');
  return name in models ? (name as ModelName) : undefined;
}

function itemsOf({ type, extensions, name }: Field, given: Given, isConnection: boolean): number {
  if (isConnection) return Number(given.first ?? given.last ?? DEFAULT_SIZE);
  if (name === 'nodes' && Array.isArray(given.ids)) return given.ids.length;
  return isListType(type) || extensions.atMost ? (extensions.atMost ?? 1) : 1;
}

/** The types behind these ids; groups are mostly of regions. */
function likelyOf({ name }: Field, { id, ids }: Given): string[] {
  if (name === 'facets') return ['Region', 'AwardType'];
  return [id ?? ids]
    .flat()
    .flatMap((each) => (typeof each === 'string' ? (fromGlobalId(each)?.model ?? []) : []));
}
