import {
  type ExecutionResult,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Call } from '../../platform/call.ts';
import { entry } from '../../platform/loaders.ts';
import { type ModelName, models } from '../../platform/models.ts';
import type { Hole } from './scope.ts';

type Tree = Record<string, unknown>;

interface Request {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Lets resolvers fill in what the statement left to them, all rows of a place at once.
 * @returns false where one of them failed: then only the whole operation's execution knows the right answer
 */
export async function filled(
  tree: Tree,
  holes: readonly Hole[],
  request: Request,
  call: Call,
): Promise<boolean> {
  const outcomes = await Promise.all(
    holes.map(async (hole, number) => {
      const places = placesOf(tree, hole, number);
      if (places.length === 0) return true;
      const rows = places.map(({ place, key }) => rowOf(hole.type, place[key] as Tree));
      const { data, errors } = await resolved(hole, rows, request, call);
      if (errors) return false;
      const values = (data as { parents: Tree[] }).parents;
      places.forEach(({ place, key }, i) => {
        // A key may be __proto__, which an assignment would take for something else.
        Object.defineProperty(place, key, { value: values[i]![key], enumerable: true });
      });
      return true;
    }),
  );
  return outcomes.every((isFilled) => isFilled);
}

/** Where the tree has the hole's marks. */
function placesOf(tree: Tree, { path }: Hole, number: number): { place: Tree; key: string }[] {
  const key = path.at(-1)!;
  let reached: unknown[] = [tree];
  for (const step of path.slice(0, -1)) {
    const next = step === '[]' ? reached.flat() : reached.map((each) => (each as Tree)[step]);
    reached = next.filter((each) => each != null);
  }
  return (reached as Tree[])
    .filter((place) => (place[key] as Tree | null | undefined)?.['#'] === number)
    .map((place) => ({ place, key }));
}

/** The row that the resolver's field stands in, as far as it said that it needs it. */
function rowOf({ name }: GraphQLObjectType, { '#': _number, ...needed }: Tree): object {
  const { fields } = models[name as ModelName] ?? {};
  return Object.fromEntries(
    Object.entries(needed).map(([key, value]) => {
      const type = fields![key]!.type;
      if (value === null) return [key, null];
      if (type === 'DateTime') return [key, new Date(value as string)];
      return [key, type === 'Decimal' ? new Prisma.Decimal(value as string) : value];
    }),
  );
}

/** Executes the fields over these rows, as if they were all there is. */
function resolved(
  { type, nodes }: Hole,
  rows: readonly object[],
  { schema, operation, fragments, variables }: Request,
  call: Call,
): Promise<ExecutionResult> {
  const parents: FieldNode = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: 'parents' },
    selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
  };
  return Promise.resolve(
    execute({
      schema: schemaOver(type, schema),
      document: {
        kind: Kind.DOCUMENT,
        definitions: [
          { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: [parents] } },
          ...fragments.values(),
        ],
      },
      rootValue: { parents: rows },
      contextValue: call,
      variableValues: variables,
    }),
  );
}

const schemas = new WeakMap<GraphQLObjectType, GraphQLSchema>();

/** The same types below a root that is a list of these objects. */
function schemaOver(type: GraphQLObjectType, schema: GraphQLSchema): GraphQLSchema {
  return entry(schemas, type, () => {
    const parents = { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))) };
    const query = new GraphQLObjectType({ name: 'Parents', fields: { parents } });
    const types = Object.values(schema.getTypeMap());
    return new GraphQLSchema({ query, types, directives: schema.getDirectives(), assumeValid: true });
  });
}
