import { type FieldNode, type GraphQLField, type GraphQLObjectType, getArgumentValues } from 'graphql';
import { matching } from '../../platform/where.ts';
import type { Declaration } from '../declarations.ts';
import { fromGlobalId } from '../ids.ts';
import { checkIds } from '../node.ts';
import { connectionText } from './connections.ts';
import { objectText } from './json.ts';
import type { Scope, Variables } from './scope.ts';
import { literal, type Sql, sql } from './sql.ts';

type Field = GraphQLField<unknown, unknown>;
const NONE = literal('null');

/** The answer to a query as JSON text: each root field as it is declared. */
export function rootText(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): Sql {
  return objectText(
    scope.fields(type, nodes, (selected, field) => {
      if (!field) return literal(`"${type.name}"`);
      const { declared } = field.extensions;
      switch (declared?.kind) {
        case 'list':
          return connectionText(scope, { list: declared.list }, field, selected);
        case 'lookup':
          return lookupText(scope, declared, field, selected);
        case 'node':
          return nodeText(scope, field, selected);
        case 'nodes':
          return nodesText(scope, field, selected);
        default:
          return objectText([['#', literal(String(scope.hole(type, selected)))]]);
      }
    }),
  );
}

function lookupText(
  scope: Scope,
  { model, where }: Declaration & { kind: 'lookup' },
  field: Field,
  nodes: readonly FieldNode[],
): Sql {
  const row = scope.row(model, nodes);
  const ask = (variables: Variables) => where(getArgumentValues(field, nodes[0]!, variables));
  const shape = (condition: unknown) => JSON.stringify(withTexts(condition, () => true)) ?? '';
  return scope.shaped({ ask, shape }, (asked, bind, given) => {
    if (!asked) return NONE;
    const condition = withTexts(asked, (textOf) => given((asked) => textOf(asked)));
    return row((table) => matching(model, condition as never, bind, table), bind);
  });
}

/** A condition with something else in the place of each text, which `place` hears how to find. */
function withTexts(
  condition: unknown,
  place: (textOf: (condition: unknown) => unknown) => unknown,
  at: (condition: unknown) => unknown = (condition) => condition,
): unknown {
  if (typeof condition === 'string') return place(at);
  if (typeof condition !== 'object' || condition === null) return condition;
  if (Object.getPrototypeOf(condition) !== Object.prototype) return condition;
  return Object.fromEntries(
    Object.entries(condition).map(([key, value]) => [
      key,
      withTexts(value, place, (condition) => (at(condition) as Record<string, unknown>)[key]),
    ]),
  );
}

/** Whichever model the id is of, it is ready. */
function rowsOfAll(scope: Scope, field: Field, nodes: readonly FieldNode[]) {
  const rows = new Map(scope.modelsOf(field).map((model) => [model, scope.row(model, nodes)]));
  return (globalId: string) => {
    const key = fromGlobalId(globalId);
    const row = key && rows.get(key.model);
    return row && { ...key, row };
  };
}

function nodeText(scope: Scope, field: Field, nodes: readonly FieldNode[]): Sql {
  const find = rowsOfAll(scope, field, nodes);
  const ask = (variables: Variables) => find(getArgumentValues(field, nodes[0]!, variables).id as string);
  return scope.shaped({ ask, shape: (found) => found?.model ?? '' }, (found, bind, given) => {
    const id = given((found) => found!.id);
    return found ? found.row((table) => `${table}.id = ${bind(id)}`, bind) : NONE;
  });
}

function nodesText(scope: Scope, field: Field, nodes: readonly FieldNode[]): Sql {
  const find = scope.at('[]', () => rowsOfAll(scope, field, nodes));
  const { table: key } = scope.source('Region');
  return scope.withArgs(nodes, (variables, bind) => {
    const ids = getArgumentValues(field, nodes[0]!, variables).ids as string[];
    checkIds(ids);
    const found = ids.map(find);
    const models = new Map(found.flatMap((each) => (each ? [[each.model, each.row]] : [])));
    if (models.size === 0) return literal(`[${ids.map(() => 'null').join()}]`);
    const values = [found.map((each) => each?.model ?? null), found.map((each) => each?.id ?? null)];
    const [types, keys] = values.map((each) => bind(each));
    const cases = [...models].map(
      ([model, row]) => sql`when '${model}' then ${row((table) => `${table}.id = ${key}.id`, bind)} `,
    );
    return sql`(select '[' || string_agg(case ${key}.type ${cases} else 'null' end, ',' order by ${key}.n) || ']'
      from unnest(${types!}::text[], ${keys!}::uuid[]) with ordinality ${key} (type, id, n))`;
  });
}
