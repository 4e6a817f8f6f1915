import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  Kind,
  visit,
} from 'graphql';
import type { Call } from '../../platform/call.ts';
import { type Column, fieldOf, type ModelName, tableOf } from '../../platform/models.ts';
import { visible } from '../../platform/visibility.ts';
import type { Bind } from '../../platform/where.ts';
import { collected, type Reading } from '../collected.ts';
import { Source } from './json.ts';
import { FixedValues, Given, type Sql, settled, sql } from './sql.ts';

export type Variables = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** A field that its resolver answers, once the rest is read. */
export interface Hole {
  readonly type: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  /** Where the answer has it: keys, with `[]` for each item of a list. */
  readonly path: readonly string[];
}

/** Makes the JSON text of an object of the type, whose columns are read from `row`. */
export type ObjectMaker = (
  scope: Scope,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  row: Source,
) => Sql;

/** What a request asks of a part of the statement, and what of it decides about the text. */
export interface Shaped<Asked> {
  readonly ask: (variables: Variables) => Asked;
  readonly shape: (asked: Asked) => string;
}
/** Makes the place of a value in the text. */
export type Giver<Asked> = (get: (asked: Asked) => unknown) => unknown;

/** What all parts of one statement share while it is made. */
export class Scope {
  readonly fixed = new FixedValues();
  readonly holes: Hole[] = [];
  readonly shapes: Shaped<unknown>[] = [];
  /** Whether requests of one shape have one text. */
  isKept = true;
  private path: readonly string[] = [];
  private tables = 0;

  constructor(
    readonly reading: Reading,
    readonly call: Call,
    private readonly objectMaker: ObjectMaker,
  ) {}

  /** A table of the model, under a name of its own. */
  source(model: ModelName): Source {
    return new Source((name) => fieldOf(model, name), `t${++this.tables}`);
  }

  /** A table that SQL derives, with these columns. */
  derived(field: (name: string) => Column): Source {
    return new Source(field, `t${++this.tables}`, true);
  }

  /** The fields that are selected below, each made at its place in the answer. */
  fields<Made>(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    make: (nodes: readonly FieldNode[], field: Field | undefined) => Made,
  ): [key: string, Made][] {
    const sets = nodes.map(({ selectionSet }) => selectionSet);
    return [...collected(this.reading, type, sets)].map(([key, selected]) => [
      key,
      this.at(key, () => make(selected, type.getFields()[selected[0]!.name.value])),
    ]);
  }

  at<Made>(step: string, make: () => Made): Made {
    const above = this.path;
    this.path = [...above, step];
    try {
      return make();
    } finally {
      this.path = above;
    }
  }

  /** Leaves a field to its resolver; gives its number. */
  hole(type: GraphQLObjectType, nodes: readonly FieldNode[]): number {
    return this.holes.push({ type, nodes, path: this.path }) - 1;
  }

  object(type: GraphQLObjectType, nodes: readonly FieldNode[], row: Source): Sql {
    return settled(this.objectMaker(this, type, nodes, row));
  }

  /** The JSON text of the visible row of the model for which `where` holds; `null` where there is none. */
  row(
    model: ModelName,
    nodes: readonly FieldNode[],
  ): (where: (table: string, bind: Bind) => string, bind: Bind) => Sql {
    const row = this.source(model);
    const type = this.typeOf(model);
    const text = this.object(type, nodes, row);
    return (where, bind) => {
      const conditions = `${where(row.table, bind)} and ${visible(model, this.call, bind, row.table)}`;
      return sql`coalesce((select ${text} from ${tableOf(model)} ${row.table} where ${conditions}), 'null')`;
    };
  }

  /** The models that an abstract field can lead to. */
  modelsOf({ type }: Field): ModelName[] {
    const types = this.reading.schema.getPossibleTypes(getNamedType(type) as GraphQLInterfaceType);
    return types.map(({ name }) => name as ModelName);
  }

  typeOf(model: ModelName): GraphQLObjectType {
    return this.reading.schema.getType(model) as GraphQLObjectType;
  }

  /** What is made from the arguments of these fields: once, unless they have variables in them. */
  withArgs(nodes: readonly FieldNode[], make: (variables: Variables, bind: Bind) => Sql): Sql {
    if (!hasVariables(nodes)) return settled(make({}, this.fixed.bind));
    this.isKept = false;
    return ({ variables, bind }) => make(variables, bind);
  }

  /** The same where the values of the variables are bound and decide little else: requests of one shape have one text. */
  shaped<Asked>(
    { ask, shape }: Shaped<Asked>,
    make: (asked: Asked, bind: Bind, given: Giver<Asked>) => Sql,
  ): Sql {
    const part = this.shapes.push({ ask, shape } as Shaped<unknown>) - 1;
    const given: Giver<Asked> = (get) => new Given((asked) => get(asked[part] as Asked));
    return ({ asked, bind }) => make(asked[part] as Asked, bind, given);
  }
}

/** Whether arguments of these fields have variables in them. */
export function hasVariables(nodes: readonly FieldNode[]): boolean {
  let found = false;
  for (const argument of nodes.flatMap((node) => node.arguments ?? [])) {
    visit(argument, { [Kind.VARIABLE]: () => void (found = true) });
  }
  return found;
}
