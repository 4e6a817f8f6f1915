import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { ModelName } from '../../../src/platform/models.ts';
import type { Chance } from './chance.ts';
import type { Content } from './content.ts';

/** Text that went wrong somewhere, in some program. */
const NASTY = [
  '%',
  '_',
  '\\',
  "'",
  '"',
  "';--",
  '%_\\\'"',
  '😀',
  '👩‍👩‍👧',
  '𠮷野',
  'ﷺ ‮反',
  'a\u2028b\u2029',
  '\u0001\u007f\b\f\n\r\t',
  '$1',
  '{{',
  'É',
  'İ',
  ' ',
];
/** Members by which lists are counted in groups as well: such groups leave them out. */
const GROUPING = ['regionCode', 'year', 'status', 'level', 'kind'];
const LONG = '长'.repeat(101);

/** What a value is for: a member or an argument, of the model that it is about. */
export interface Use {
  readonly name: string;
  readonly model: ModelName | undefined;
}

/** Makes values of input types, of what the database holds. */
export class Values {
  constructor(
    private readonly chance: Chance,
    private readonly content: Content,
    private readonly isFaulty: boolean,
  ) {}

  of(type: GraphQLInputType, use: Use): unknown {
    if (!isNonNullType(type) && this.chance.isLucky(6)) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) return this.list(nullable.ofType, use);
    return isInputObjectType(nullable) ? this.object(nullable, use) : this.leaf(nullable, use);
  }

  private list(type: GraphQLInputType, use: Use): unknown[] {
    const { chance } = this;
    const length = this.isFaulty && chance.isLucky(10) ? 101 : chance.oneOf([0, 1, 1, 1, 2, 3, 8]);
    return Array.from({ length }, () => this.of(type, use));
  }

  private object(type: GraphQLInputObjectType, { model, name }: Use): object {
    const { chance } = this;
    const fields = Object.values(type.getFields());
    if (type.name.endsWith('Range')) return this.range(type, { model, name });
    if (type.name.endsWith('Order')) {
      const { field, direction } = type.getFields();
      const by = { field: this.of(field!.type, { model, name: 'field' }) };
      return chance.isLucky(30) ? by : { ...by, direction: this.of(direction!.type, { model, name: '' }) };
    }
    const grouping = fields.filter((field) => GROUPING.includes(field.name));
    const members = new Set([
      ...chance.some(fields, chance.oneOf([0, 1, 1, 1, 2, 2, 3])),
      ...(chance.isLucky(25) ? chance.some(grouping, 1) : []),
    ]);
    return Object.fromEntries(
      [...members].map((each) => [each.name, this.of(each.type, { model, name: each.name })]),
    );
  }

  private range(type: GraphQLInputObjectType, use: Use): object {
    const { chance } = this;
    const ends = Object.values(type.getFields()).map((end) => this.of(end.type, use)) as string[];
    if (chance.isLucky(40)) return { [chance.oneOf(['from', 'to'])]: ends[0] };
    // Also of decimals, which as text have another order.
    const [from, to] = ends.toSorted((one, other) =>
      Number.isNaN(Number(one)) ? (one < other ? -1 : 1) : Number(one) - Number(other),
    );
    return this.isFaulty && chance.isLucky(30) ? { from: to, to: from } : { from, to };
  }

  private leaf(type: GraphQLNamedInputType, use: Use): unknown {
    const { chance, content } = this;
    if (isEnumType(type)) return chance.oneOf(type.getValues()).name;
    if (type.name === 'Boolean') return chance.isLucky(50);
    if (type.name === 'ID') return this.id(use);
    if (use.name === 'text') return this.text(use.model);
    if (this.isFaulty && type.name === 'String' && chance.isLucky(15))
      return chance.oneOf(['', 'none', '\0']);
    const values = content.values(use.model, use.name);
    if (values.length > 0) return chance.oneOf(values);
    if (type.name === 'Date') return '2025-06-01';
    return type.name === 'DateTime' ? '2025-06-01T08:00:00+08:00' : type.name === 'String' ? '无' : 7;
  }

  private id({ model, name }: Use): unknown {
    const { chance, content } = this;
    if (chance.isLucky(10))
      return chance.oneOf(['none', '', 7, content.ids(chance.oneOf(content.models))[0]]);
    return chance.oneOf(content.idsAt(model, name));
  }

  /** A part of a text that is there, or what is hardly to be found. */
  private text(model: ModelName | undefined): string {
    const { chance } = this;
    if (this.isFaulty && chance.isLucky(30)) return chance.oneOf(['', LONG]);
    if (chance.isLucky(30)) return chance.oneOf(NASTY);
    const characters = [...chance.oneOf(this.content.texts(model))];
    const start = chance.upTo(characters.length - 1);
    const part = characters.slice(start, start + 1 + chance.upTo(3)).join('') || '工';
    return chance.isLucky(20) ? part.toUpperCase() : part;
  }
}
