import {
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Chance } from './chance.ts';
import { fallback, literal } from './literals.ts';

/** Names of what every object inherits; without `__proto__`, a variable that never has a value for graphql-yoga. */
const INHERITED = ['toString', 'constructor', 'valueOf'];
const WRONG = [null, {}, [null], [[1]], 'none', 1.5, 2 ** 31, -1, true, { nothing: 1 }];

/** Writes values into a document, any part of them as a variable, whose value may come from anywhere. */
export class Variables {
  readonly declared: string[] = [];
  private readonly values = new Map<string, unknown>();
  private readonly known = new Map<string, string[]>();

  constructor(
    private readonly chance: Chance,
    private readonly isFaulty: boolean,
  ) {}

  /** What is given beside the document. */
  get given(): Record<string, unknown> {
    return Object.fromEntries(this.values);
  }

  /** `hasDefault` tells whether the place has a value of its own, for which it may be left out. */
  written(value: unknown, type: GraphQLInputType, hasDefault = false): string {
    const { chance } = this;
    if (chance.isLucky(18)) return `$${this.variable(value, type, hasDefault)}`;
    const nullable = getNullableType(type);
    if (isListType(nullable) && Array.isArray(value)) {
      // One value stands for the list of it.
      if (value.length === 1 && value[0] !== null && chance.isLucky(25))
        return literal(value[0], nullable.ofType);
      return `[${value.map((each) => this.written(each, nullable.ofType)).join(', ')}]`;
    }
    if (isInputObjectType(nullable) && typeof value === 'object' && value !== null) {
      const fields = nullable.getFields();
      const members = Object.entries(value).map(([name, each]) => {
        const field = fields[name];
        return `${name}: ${field ? this.written(each, field.type, field.defaultValue !== undefined) : each}`;
      });
      return `{ ${members.join(', ')} }`;
    }
    return literal(value, type);
  }

  private variable(value: unknown, type: GraphQLInputType, hasDefault: boolean): string {
    const { chance, declared } = this;
    const key = JSON.stringify([value, String(type)]);
    const known = this.known.get(key) ?? [];
    if (known.length > 0 && chance.isLucky(60)) return chance.oneOf(known);
    const name = chance.isLucky(10)
      ? (INHERITED[declared.length] ?? `v${declared.length}`)
      : `v${declared.length}`;
    this.known.set(key, [...known, name]);
    const at = declared.push('') - 1;
    declared[at] = `$${name}: ${this.declaration(name, value, type, hasDefault)}`;
    return name;
  }

  /** The variable's type, with its default; its value is given, or left to the default. */
  private declaration(name: string, value: unknown, type: GraphQLInputType, hasDefault: boolean): string {
    const { chance } = this;
    const nullable = getNullableType(type);
    if (this.isFaulty && chance.isLucky(30)) {
      if (chance.isLucky(70)) this.values.set(name, chance.oneOf(WRONG));
      return chance.isLucky(50) ? String(type) : `${nullable} = ${fallback(type)}`;
    }
    if (value === null) {
      const isAbsent = chance.isLucky(50);
      if (!isAbsent) this.values.set(name, null);
      return !isAbsent && chance.isLucky(40) ? `${nullable} = ${fallback(type)}` : String(nullable);
    }
    const isSingle = Array.isArray(value) && value.length === 1 && value[0] !== null && chance.isLucky(40);
    const given = isSingle ? (value as unknown[])[0] : value;
    const kind = chance.upTo(99);
    if (kind < 25) return `${chance.oneOf([nullable, `${nullable}!`])} = ${literal(given, type)}`;
    this.values.set(name, given);
    if (kind < 50) return `${nullable} = ${kind < 35 && !isNonNullType(type) ? 'null' : fallback(type)}`;
    if (kind < 75) return `${nullable}!`;
    return hasDefault ? String(nullable) : String(type);
  }
}
