import {
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
} from 'graphql';
import type { Chance } from './chance.ts';
import type { Directives } from './directives.ts';
import { type At, Scope } from './scope.ts';

/** Levels of fields. */
export const DEEPEST = 12;

interface Fragment {
  readonly name: string;
  readonly type: GraphQLCompositeType;
  readonly scope: Scope;
  /** Of so many it is made for; of more it could lead to too much. */
  readonly objects: number;
}

/** Fragments of an operation, with names and without. */
export class Fragments {
  readonly definitions: string[] = [];
  private readonly known: Fragment[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly chance: Chance,
    private readonly directives: Directives,
  ) {}

  /** Perhaps inside of a fragment without a name, about the type or one that it is part of. */
  wrapped(type: GraphQLObjectType, text: string): string {
    const { chance } = this;
    if (!chance.isLucky(12)) return text;
    const condition = chance.oneOf([undefined, type, ...this.above(type)]);
    const directives = this.directives.some();
    if (!condition) return `...${directives} { ${text} }`;
    const inner = condition === type ? text : `... on ${type.name} { ${text} }`;
    return `... on ${condition.name}${directives} { ${inner} }`;
  }

  /** A fragment by its name: one that is known and fits, or a new one. */
  spread(type: GraphQLObjectType, at: At, make: (condition: GraphQLCompositeType, at: At) => string): string {
    const { chance } = this;
    const fitting = this.known.filter(
      (each) =>
        (each.type === type || this.above(type).includes(each.type)) &&
        each.objects >= at.objects &&
        at.depth + each.scope.depth <= DEEPEST + 1 &&
        at.scopes.every((scope) => scope.acceptsAll(each.scope)),
    );
    if (fitting.length > 0 && chance.isLucky(70)) {
      const { name, scope } = chance.oneOf(fitting);
      for (const each of at.scopes) each.addAll(scope);
      return `...${name}${this.directives.some()}`;
    }
    const condition = chance.isLucky(70) ? type : chance.oneOf([type, ...this.above(type)]);
    const scope = new Scope();
    const place = this.definitions.push('') - 1;
    const name = `F${place}`;
    const set = make(condition, { ...at, scopes: [...at.scopes, scope], likely: [type.name] });
    this.definitions[place] = `fragment ${name} on ${condition.name} ${set}`;
    this.known.push({ name, type: condition, scope, objects: at.objects });
    return `...${name}${this.directives.some()}`;
  }

  private above(type: GraphQLObjectType): GraphQLCompositeType[] {
    return Object.values(this.schema.getTypeMap()).filter(
      (other): other is GraphQLCompositeType & { name: string } =>
        isAbstractType(other) && !other.name.startsWith('__') && this.schema.isSubType(other, type),
    );
  }
}
