import {
  type FieldNode,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
} from 'graphql';
import type { ModelName } from '../../platform/models.ts';
import type { Bind } from '../../platform/where.ts';
import type { NamedFacet } from '../facets.ts';
import { globalIdText, objectText, quoted } from './json.ts';
import type { PageText } from './pages.ts';
import type { Scope } from './scope.ts';
import { literal, type Sql, sql } from './sql.ts';

type Field = GraphQLField<unknown, unknown>;
type Member = (facet: NamedFacet, bind: Bind) => Sql;

/** The rows of a list, counted in groups, as JSON text. */
export function groupsText(
  scope: Scope,
  model: ModelName,
  field: Field,
  nodes: readonly FieldNode[],
): (page: PageText, facet: NamedFacet) => Sql {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const { table: groups } = scope.source(model);
  const value = `${groups}.value`;
  const members = scope.at('[]', () =>
    scope.fields(type, nodes, (selected, member): Member => {
      switch (member?.name) {
        case 'value':
          return ({ model }) =>
            `coalesce(${model ? quoted(globalIdText(model, value)) : `to_json(${value})::text`}, 'null')`;
        case 'count':
          return () => `${groups}.count::text`;
        case 'node':
          return nodeOf(selected);
        default:
          return () => literal(`"${type.name}"`);
      }
    }),
  );
  return (page, facet) => {
    const text = objectText(members.map(([key, member]) => [key, member(facet, page.bind)]));
    return sql`(select '[' || coalesce(string_agg(${text}, ','), '') || ']' from (${page.groups(facet)}) ${groups})`;
  };

  /** Of each model that a value can stand for. */
  function nodeOf(selected: readonly FieldNode[]): Member {
    const rows = new Map(modelsOf(field).map((model) => [model, scope.row(model, selected)]));
    return ({ model }, bind) =>
      model ? rows.get(model)!((table) => `${table}.id = ${value}::uuid`, bind) : literal('null');
  }
}

function modelsOf({ args }: Field): ModelName[] {
  const by = getNamedType(args.find(({ name }) => name === 'by')!.type) as GraphQLEnumType;
  return [...new Set(by.getValues().flatMap(({ value }) => (value as NamedFacet).model ?? []))];
}
