import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
} from 'graphql';
import type { Bind } from '../../platform/where.ts';
import type { NamedFacet } from '../facets.ts';
import type { ListArgs } from '../relations.ts';
import { type ListAsked, listAsked, placedAsked, shapeOfAsked } from './asked.ts';
import { groupsText } from './groups.ts';
import { objectText, quoted } from './json.ts';
import { type Listed, PageText } from './pages.ts';
import { type Giver, hasVariables, type Scope, type Variables } from './scope.ts';
import { literal, type Sql, settled, sql } from './sql.ts';

type Field = GraphQLField<unknown, unknown>;
/** A part of a connection, made for a page. */
type Part = (page: PageText) => Sql;

/** A connection as JSON text. `parentKey` is the column of the parent that its relation begins with. */
export function connectionText(
  scope: Scope,
  { list, parentKey }: Pick<Listed, 'list' | 'parentKey'>,
  field: Field,
  nodes: readonly FieldNode[],
): Sql {
  const row = scope.source(list.model);
  const names = new Set<string>();
  const below: FieldNode[] = [];
  const facets: ((variables: Variables) => NamedFacet)[] = [];
  const parts = scope.fields(typeOf(field), nodes, (selected, part): Part => {
    if (!part) return () => literal(`"${typeOf(field).name}"`);
    names.add(part.name);
    below.push(...selected);
    switch (part.name) {
      case 'nodes': {
        const each = scope.at('[]', () => scope.object(typeOf(part), selected, row));
        return (page) => sql`'[' || ${page.joined(each)} || ']'`;
      }
      case 'edges':
        return edges(part, selected);
      case 'pageInfo':
        return pageInfo(part, selected);
      case 'totalCount':
        return (page) => page.total();
      case 'facets': {
        const groups = groupsText(scope, list.model, part, selected);
        const facetOf = (variables: Variables) =>
          getArgumentValues(part, selected[0]!, variables).by as NamedFacet;
        const number = facets.push(facetOf) - 1;
        return (page) => groups(page, page.facet(number));
      }
      default:
        throw new Error(`A connection has no ${part.name} here.`);
    }
  });
  const readsMore = names.has('pageInfo');
  const hasRows = readsMore || names.has('nodes') || names.has('edges');

  const countsTotal = names.has('totalCount');
  const listed = { list, row, parentKey, call: scope.call, readsMore, countsTotal };
  const make = (asked: ListAsked, bind: Bind, given: Giver<ListAsked>) => {
    const page = new PageText(listed, placedAsked(asked, bind, given));
    const text = objectText(parts.map(([key, part]) => [key, part(page)]));
    // Of all rows together, also where the parts that are selected need none of them.
    const rows = hasRows ? ` from ${page.rows()} having true` : '';
    return sql`(${page.with()}select ${text}${rows})`;
  };
  const ask = (variables: Variables) => {
    const args = getArgumentValues(field, nodes[0]!, variables) as ListArgs;
    return listAsked(
      listed,
      args,
      facets.map((of) => of(variables)),
    );
  };
  if (hasVariables([...nodes, ...below])) return scope.shaped({ ask, shape: shapeOfAsked }, make);
  const asked = ask({});
  return settled(make(asked, scope.fixed.bind, (get) => get(asked)));

  function edges(part: Field, selected: readonly FieldNode[]): Part {
    const type = typeOf(part);
    const members = scope.at('[]', () =>
      scope.fields(type, selected, (below, member): Part => {
        if (!member) return () => literal(`"${type.name}"`);
        if (member.name === 'cursor') return (page) => quoted(page.cursor());
        const node = scope.object(typeOf(member), below, row);
        return () => node;
      }),
    );
    return (page) =>
      sql`'[' || ${page.joined(objectText(members.map(([key, member]) => [key, member(page)])))} || ']'`;
  }

  function pageInfo(part: Field, selected: readonly FieldNode[]): Part {
    const members = scope.fields(typeOf(part), selected, (_below, member): Part => {
      switch (member?.name) {
        case 'startCursor':
          return (page) => page.cursorAt('first');
        case 'endCursor':
          return (page) => page.cursorAt('last');
        case 'hasNextPage':
          return (page) => page.hasNext();
        case 'hasPreviousPage':
          return (page) => page.hasPrevious();
        default:
          return () => literal('"PageInfo"');
      }
    });
    return (page) => objectText(members.map(([key, member]) => [key, member(page)]));
  }
}

function typeOf({ type }: Field): GraphQLObjectType {
  return getNamedType(type) as GraphQLObjectType;
}
