import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
} from 'graphql';
import { type Derived, selected, type Values } from '../../platform/derived.ts';
import type { Column } from '../../platform/models.ts';
import type { Bind } from '../../platform/where.ts';
import type { Source } from './json.ts';
import { type Giver, hasVariables, type Scope, type Variables } from './scope.ts';
import { literal, type Sql, settled, sql } from './sql.ts';

/** What is derived from `row` as JSON text: a list, or the one object, `null` where there is none. */
export function derivedText(
  scope: Scope,
  derived: Derived,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  row: Source,
): Sql {
  const isList = isListType(getNullableType(field.type));
  const type = getNamedType(field.type) as GraphQLObjectType;
  const own = scope.derived((name) => columnOf(derived, name));
  const object = () => scope.object(type, nodes, own);
  const each = isList ? scope.at('[]', object) : object();
  const needed = new Map(derived.needs.map((name) => [name, row.column(name)]));

  const make = (asked: Values | undefined, bind: Bind, given: Giver<Values | undefined>): Sql => {
    if (!asked) return literal('null');
    const place = {
      column: (name: string) => needed.get(name)!,
      asked: (name: string) => (asked[name] == null ? undefined : bind(given((values) => values![name]))),
      ...{ call: scope.call, bind },
    };
    const parts = derived.parts ? `with ${derived.parts(place)} ` : '';
    const rows = `(select ${selected(derived, own.used)} from ${derived.from(place)}) ${own.table}`;
    return isList
      ? sql`(${parts}select '[' || coalesce(string_agg(${each}, ','), '') || ']' from ${rows})`
      : sql`coalesce((${parts}select ${each} from ${rows}), 'null')`;
  };
  const ask = (variables: Variables) =>
    derived.asked ? derived.asked(getArgumentValues(field, nodes[0]!, variables)) : {};
  if (hasVariables(nodes)) return scope.shaped({ ask, shape }, make);
  const asked = ask({});
  return settled(make(asked, scope.fixed.bind, (get) => get(asked)));
}

/** What of the values the text depends on: which there are. */
function shape(asked: Values | undefined): string {
  return JSON.stringify(asked && Object.values(asked).map((value) => value !== null)) ?? '';
}

function columnOf({ columns }: Derived, name: string): Column {
  const column = columns[name];
  if (!column) throw new Error(`${name} is not derived.`);
  return { ...column, column: name };
}
