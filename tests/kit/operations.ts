import type fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

interface Fragment {
  name: string;
  depth: number;
}

const DEEPEST = 11;
const MOST_ALIASES = 25;
const SIZES = [0, 1, 2, 3, 3, 5, 7, 20, 100];

/**
 * A random valid operation within the limits on documents: it selects `id` wherever there is one, and
 * anything else. `values` has what arguments may be, by `field.argument` or, for every field, by `argument`.
 */
export function operation(
  gen: fc.GeneratorValue,
  make: typeof fc,
  schema: GraphQLSchema,
  values: Readonly<Record<string, readonly unknown[]>>,
): Operation {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const definitions: string[] = [];
  const fragments = new Map<string, Fragment[]>();
  let aliases = 0;
  let fields = 0;

  const upTo = (most: number) => gen(make.nat, { max: most });
  const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length - 1)]!;
  const isLucky = (chance: number) => upTo(99) < chance;

  const query = setOf(schema.getQueryType()!, 1);
  const head = declared.length ? `query (${declared.join(', ')})` : 'query';
  return { query: [`${head} ${query}`, ...definitions].join('\n'), variables };

  function setOf(type: GraphQLObjectType, depth: number): string {
    if (type.name === 'Query' || !isLucky(30)) return `{ ${partsOf(type, depth)} }`;
    const known = fragments.get(type.name)?.filter((each) => depth + each.depth <= DEEPEST) ?? [];
    if (known.length > 0) return `{ ${idOf(type)} ...${oneOf(known).name} }`;
    if (isLucky(50)) return `{ ${idOf(type)} ... on ${type.name} { ${partsOf(type, depth)} } }`;
    const name = `F${definitions.length}`;
    const at = definitions.push('') - 1;
    definitions[at] = `fragment ${name} on ${type.name} { ${partsOf(type, depth)} }`;
    fragments.set(type.name, [...(fragments.get(type.name) ?? []), { name, depth: DEEPEST - depth }]);
    return `{ ...${name} }`;
  }

  function partsOf(type: GraphQLObjectType, depth: number): string {
    const all = Object.values(type.getFields()).filter(isPossible);
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)));
    const inner = depth < DEEPEST && fields < 60 ? all.filter((field) => !leaves.includes(field)) : [];
    const chosen = new Set([
      ...(inner.length > 0 ? Array.from({ length: 1 + upTo(1) }, () => oneOf(inner)) : []),
      ...(inner.length === 0 || isLucky(20) ? [oneOf(leaves.length > 0 ? leaves : all)] : []),
    ]);
    return [idOf(type), ...[...chosen].flatMap((field) => copiesOf(field, depth))].join(' ');
  }

  /** The field, sometimes a second time with other arguments. */
  function copiesOf(field: GraphQLField<unknown, unknown>, depth: number): string[] {
    if (aliases >= MOST_ALIASES || !isLucky(15)) return [fieldOf(field, depth)];
    return [fieldOf(field, depth), `a${aliases++}: ${fieldOf(field, depth)}`];
  }

  function fieldOf({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    fields++;
    const given = args.flatMap((arg) => argumentOf(arg, name, args));
    const call = given.length ? `${name}(${given.join(', ')})` : name;
    const named = getNamedType(type);
    if (isObjectType(named)) return `${call} ${setOf(named, depth + 1)}`;
    if (!isAbstractType(named)) return call;
    const types = schema.getPossibleTypes(named);
    // Two types may have fields of one name that do not agree; so one is asked for more than the ids.
    const some = types.filter(() => isLucky(30)).map(({ name }) => `... on ${name} { id }`);
    const one = oneOf(types);
    return `${call} { id ${some.join(' ')} ... on ${one.name} ${setOf(one, depth + 1)} }`;
  }

  function argumentOf(
    { name, type }: GraphQLArgument,
    field: string,
    args: readonly GraphQLArgument[],
  ): string[] {
    const isPaged = args.some((arg) => arg.name === 'first');
    // One page has one size, at the start or at the end.
    if (isPaged && (name === 'first' || name === 'last')) {
      if (isLucky(name === 'first' ? 25 : 75)) return [];
      return name === 'last' ? [] : [`${oneOf(['first', 'last'])}: ${given(type, [null, ...SIZES])}`];
    }
    const list = values[`${field}.${name}`] ?? values[name];
    return list ? [`${name}: ${given(type, list)}`] : [];
  }

  /** One of the values, written into the document or as a variable, which may be left out where it may be absent. */
  function given(type: GraphQLArgument['type'], list: readonly unknown[]): string {
    const value = oneOf(list);
    if (!isLucky(30)) return JSON.stringify(value);
    // One has the name of something that every object inherits.
    const name = declared.length === 0 ? 'toString' : `v${declared.length}`;
    declared.push(`$${name}: ${type}`);
    if (value !== null || isLucky(50)) variables[name] = value;
    return `$${name}`;
  }

  function isPossible({ name, args }: GraphQLField<unknown, unknown>): boolean {
    return args.every((arg) => !isRequiredArgument(arg) || `${name}.${arg.name}` in values);
  }
}

function idOf(type: GraphQLObjectType): string {
  return 'id' in type.getFields() ? 'id' : '__typename';
}
