import type { GraphQLSchema } from 'graphql';
import { Arguments } from './arguments.ts';
import { Chance } from './chance.ts';
import type { Content } from './content.ts';
import { Directives } from './directives.ts';
import { Fragments } from './fragments.ts';
import { Scope } from './scope.ts';
import { Selections } from './selections.ts';
import { Values } from './values.ts';
import { Variables } from './variables.ts';

export interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** Whether there may be mistakes in it. */
  readonly isFaulty: boolean;
}

export interface Options {
  /** How many of a hundred operations have mistakes in them: none unless given. */
  readonly faulty?: number;
  /** Whether `id` is selected wherever there is one. */
  readonly hasIds?: boolean;
}

/** Fields after which an operation selects only what it must. */
const LENGTHS = [2, 5, 10, 20, 40];

/** A random operation over the schema, the same for the same seed, mostly within the limits on documents. */
export function operation(
  seed: number,
  schema: GraphQLSchema,
  content: Content,
  { faulty = 0, hasIds = false }: Options = {},
): Operation {
  const chance = new Chance(seed);
  const isFaulty = chance.isLucky(faulty);
  const variables = new Variables(chance, isFaulty);
  const values = new Values(chance, content, isFaulty);
  const args = new Arguments(chance, content, values, variables, isFaulty);
  const directives = new Directives(chance, variables);
  const most = chance.oneOf(LENGTHS);
  const fragments = new Fragments(schema, chance, directives);
  const selections = new Selections(schema, chance, args, directives, fragments, most, hasIds);
  const set = selections.set(schema.getQueryType()!, { scopes: [new Scope()], depth: 1, objects: 1 });
  const { declared, given } = variables;
  const head = declared.length > 0 ? `query (${declared.join(', ')})` : 'query';
  return { query: [`${head} ${set}`, ...fragments.definitions].join('\n'), variables: given, isFaulty };
}
