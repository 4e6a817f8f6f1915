import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import type { Arguments } from './arguments.ts';
import type { Chance } from './chance.ts';
import type { Directives } from './directives.ts';
import { DEEPEST, type Fragments } from './fragments.ts';
import type { At, Call } from './scope.ts';

type Field = GraphQLField<unknown, unknown>;

const MOST_ALIASES = 25;
/** From more objects than these no lists lead on. */
const MOST_OBJECTS = 2000;
/** What an operation may cost is more, so that some fragments can be spread twice. */
const MOST_NODES = 12_000;
/** Without `then`: graphql-yoga takes objects in lists that have it for promises, and answers with an error. */
const ODD_ALIASES = ['__proto__', '__x', '__typename_', 'constructor', 'toString'];
const TYPENAME: Call = { text: '__typename', items: 1 };

/** Selects random fields in all ways in which they can be selected. */
export class Selections {
  private aliases = 0;
  private fields = 0;
  private objects = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly chance: Chance,
    private readonly args: Arguments,
    private readonly directives: Directives,
    private readonly fragments: Fragments,
    private readonly most: number,
    private readonly hasIds: boolean,
  ) {}

  set(type: GraphQLCompositeType, at: At): string {
    const parts = isObjectType(type) ? this.ofObject(type, at) : this.ofAbstract(type, at);
    if (parts.length === 0 || this.chance.isLucky(8)) parts.push(this.typename(type, at));
    return `{ ${this.chance.isLucky(30) ? parts.reverse().join(' ') : parts.join(' ')} }`;
  }

  private ofObject(type: GraphQLObjectType, at: At): string[] {
    const { chance } = this;
    const { id, ...others } = type.getFields();
    const all = Object.values(others);
    const isMany = ({ args, name }: Field) => name === 'facets' || args.some((arg) => arg.name === 'first');
    const isFew = this.objects + at.objects < MOST_NODES;
    const inner = all.filter(
      (field) =>
        !isLeafType(getNamedType(field.type)) && isFew && (at.objects < MOST_OBJECTS || !isMany(field)),
    );
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)));
    const isOpen = at.depth < DEEPEST && this.fields < this.most;
    const rare = inner.filter((field) => isAbstractType(getNamedType(field.type)) || field.name === 'facets');
    const chosen = [
      ...(isOpen ? chance.some(inner, chance.oneOf([1, 1, 2, 3])) : []),
      ...(isOpen && chance.isLucky(30) ? chance.some(rare, 1) : []),
      ...chance.some(leaves, chance.oneOf([0, 1, 1, 2, 4])),
    ];
    const parts = chosen.map((field) => this.fragments.wrapped(type, this.field(type, field, at)));
    if (isOpen && chosen.length > 0 && chance.isLucky(10)) parts.push(this.field(type, chosen[0]!, at));
    if (isOpen && chance.isLucky(15)) parts.push(this.spread(type, at));
    if (id && this.hasIds) parts.push(this.plain(type, id, at));
    else if (id && chance.isLucky(40)) parts.push(this.fragments.wrapped(type, this.field(type, id, at)));
    return parts;
  }

  private ofAbstract(type: GraphQLCompositeType, at: At): string[] {
    const { chance } = this;
    const types = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    const likely = types.filter(({ name }) => at.likely?.includes(name));
    const some = [...chance.some(likely, 2), ...chance.some(types, chance.oneOf([0, 1, 2]))];
    const parts = some.map((each) => `... on ${each.name}${this.directives.some()} ${this.set(each, at)}`);
    if (chance.isLucky(20) && this.fields < this.most) parts.push(this.spread(chance.oneOf(types), at));
    if (isInterfaceType(type) && (this.hasIds || chance.isLucky(50)))
      parts.push(this.plain(type, type.getFields().id!, at));
    else if (this.hasIds || chance.isLucky(30)) {
      const node = this.schema.getType('Node') as GraphQLCompositeType;
      parts.push(
        `... on Node { ${isInterfaceType(node) ? this.plain(node, node.getFields().id!, at) : ''} }`,
      );
    }
    return parts;
  }

  /** The field, perhaps under another name; where it is selected already, with the same arguments or so. */
  private field(type: GraphQLCompositeType, field: Field, at: At): string {
    const { chance } = this;
    this.fields++;
    const shape = String(field.type);
    const isFull = this.aliases >= MOST_ALIASES;
    const known = at.scopes.map((scope) => scope.call(field.name, type)).find((call) => call !== undefined);
    // Without a name for it there is no use in other arguments.
    if (isFull && !known && at.scopes.some((scope) => scope.has(field.name))) return this.typename(type, at);
    const call = known && (isFull || chance.isLucky(60)) ? known : this.args.call(field, at.objects);
    const isFree = (key: string) => at.scopes.every((scope) => scope.accepts(key, type, call, shape));
    let key = !isFull && chance.isLucky(10) ? this.alias() : field.name;
    if (!isFree(key) && !isFull) key = `a${++this.aliases}`;
    if (!isFree(key)) return this.typename(type, at);
    const scopes = at.scopes.map((scope) => scope.add(key, type, call, shape));
    const name = key === field.name ? call.text : `${key}: ${call.text}`;
    const named = getNamedType(field.type) as GraphQLCompositeType;
    const objects = at.objects * Math.max(1, call.items);
    if (!isLeafType(named)) this.objects += objects;
    const set = isLeafType(named)
      ? ''
      : ` ${this.set(named, { scopes, depth: at.depth + 1, objects, likely: call.likely ?? at.likely })}`;
    return `${name}${this.directives.some()}${set}`;
  }

  private spread(type: GraphQLObjectType, at: At): string {
    this.fields++;
    return this.fragments.spread(type, at, (condition, there) => this.set(condition, there));
  }

  private alias(): string {
    this.aliases++;
    return this.chance.isLucky(30) ? this.chance.oneOf(ODD_ALIASES) : `a${this.aliases}`;
  }

  /** A field without arguments, always there and under its own name. */
  private plain(type: GraphQLCompositeType, { name, type: result }: Field, { scopes }: At): string {
    for (const scope of scopes) scope.add(name, type, { text: name, items: 1 }, String(result));
    return name;
  }

  private typename(type: GraphQLCompositeType, { scopes }: At): string {
    for (const scope of scopes) scope.add('__typename', type, TYPENAME, 'String!');
    return '__typename';
  }
}
