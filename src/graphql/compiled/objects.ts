import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isNonNullType,
} from 'graphql';
import { holding, ofKey } from '../../platform/list.ts';
import { columnOf, tableOf } from '../../platform/models.ts';
import { listingOf } from '../relations.ts';
import { connectionText } from './connections.ts';
import { derivedText } from './derived.ts';
import { columnText, globalIdText, objectText, quoted, type Source } from './json.ts';
import type { Scope } from './scope.ts';
import { literal, type Sql, sql } from './sql.ts';

/** An object as JSON text: each field as it is declared, or what was derived under its name. */
export function nodeText(
  scope: Scope,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  row: Source,
): Sql {
  return objectText(
    scope.fields(type, nodes, (selected, field) =>
      field ? fieldText(scope, type, field, selected, row) : literal(`"${type.name}"`),
    ),
  );
}

function fieldText(
  scope: Scope,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  row: Source,
): Sql {
  const { declared } = field.extensions;
  const { bind } = scope.fixed;
  switch (declared?.kind) {
    case 'id':
      return quoted(globalIdText(declared.model, row.column('id')));
    case 'column':
      return columnText(row, declared.column);
    case 'one': {
      const { model, to, from } = declared.relation;
      const key = row.column(from);
      const found = scope.row(model, nodes)((table) => `${columnOf(model, to, table)} = ${key}`, bind);
      return isNonNullType(field.type) ? found : sql`case when ${key} is null then 'null' else ${found} end`;
    }
    case 'many':
      return connectionText(
        scope,
        { list: declared.list, parentKey: row.column(declared.list.relation.from) },
        field,
        nodes,
      );
    case 'count': {
      const { model, relation } = declared.list;
      const { table } = scope.source(model);
      const mine = ofKey(relation, row.column(relation.from), bind, table);
      const where = `${mine} and ${holding(listingOf(declared.list, {}), scope.call, bind, table)}`;
      return `(select count(*)::text from ${tableOf(model)} ${table} where ${where})`;
    }
    case 'union':
      return sql`case ${declared.targets.map(([key, model]) => {
        const id = row.column(key);
        const found = scope.row(model, nodes)((table) => `${table}.id = ${id}`, bind);
        return sql`when ${id} is not null then ${found} `;
      })} else 'null' end`;
    case 'row': {
      const id = row.column(declared.key);
      return scope.row(declared.model, nodes)((table) => `${table}.id = ${id}`, bind);
    }
    case 'rows':
      return nodeText(scope, getNamedType(field.type) as GraphQLObjectType, nodes, row);
    case 'derived':
      return derivedText(scope, declared.derived, field, nodes, row);
    default:
      if (row.isDerived) return columnText(row, field.name);
      return objectText([
        ['#', literal(String(scope.hole(type, nodes)))],
        ...(declared?.kind === 'computed' ? declared.needs : []).map(
          (name) => [name, columnText(row, name)] as const,
        ),
      ]);
  }
}
