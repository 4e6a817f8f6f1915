import type { GraphQLResolveInfo } from 'graphql';
import type { Call } from '../platform/call.ts';
import type { Order } from '../platform/cursor.ts';
import type { PageArgs } from '../platform/keyset.ts';
import { countsOf, groupsOf, type Listing, pagesOf, ROOT } from '../platform/list.ts';
import { loader } from '../platform/loaders.ts';
import type { ModelName, Row } from '../platform/models.ts';
import type { Connection } from './connections.ts';
import type { ListField, RelatedList } from './declarations.ts';
import { type Facets, MOST_GROUPS, type NamedFacet } from './facets.ts';
import type { Filter } from './filters.ts';
import type { Ordering } from './ordering.ts';
import { columnsAt, planned } from './selection.ts';

/** How the rows of a model can be listed, wherever they are. */
export interface ListStyle<M extends ModelName> {
  readonly filter?: Filter<M>;
  readonly order: Ordering<M>;
  readonly facets?: Facets<M>;
}

export type ListArgs = PageArgs & {
  readonly filter?: object | null;
  readonly orderBy?: Order | null;
} & Readonly<Record<string, unknown>>;

const styles = new Map<ModelName, ListStyle<ModelName>>();

export function setStyle<M extends ModelName>(model: M, style: ListStyle<M>): void {
  styles.set(model, style as unknown as ListStyle<ModelName>);
}

export function styleOf<M extends ModelName>(model: M): Partial<ListStyle<M>> {
  return (styles.get(model) ?? {}) as Partial<ListStyle<M>>;
}

const BY_ID: Order = { field: 'id', direction: 'asc' };

/**
 * A page and a total, each read when it is asked for. Two places with the same arguments and columns
 * are one statement, never one for each parent.
 */
export function readMany<M extends ModelName>(
  field: ListField<M>,
  parent: object,
  args: ListArgs,
  call: Call,
  info: GraphQLResolveInfo,
): Connection<Row<M>> {
  const { key, pages, counts, groups } = planned(call, info, () => {
    const listing = listingOf(field, args);
    const { relation } = listing;
    const columns = columnsAt(info);
    const read = pagesOf(listing, { order: orderOf(field.model, args), page: args, columns }, call);
    const shape = shapeOf([args, [...columns].sort()]);
    return {
      key: (row: object) => (relation ? row[relation.from as never] : ROOT),
      pages: () => loader(call, field, shape, read),
      counts: () => readCounts(field, listing, args, call),
      groups: (facet: NamedFacet) => readGroups(field, args, facet, call),
    };
  });
  return {
    page: () => pages().load(key(parent)),
    totalCount: () => counts().load(key(parent)),
    groups: (facet) => groups(facet).load(key(parent)),
  };
}

/** The order that is asked for, or else the list's own. */
export function orderOf(model: ModelName, { orderBy }: ListArgs): Order {
  return orderBy ?? styleOf(model).order?.default ?? BY_ID;
}

/** The number of rows that a relation leads to. */
export function readCount<M extends ModelName>(
  field: RelatedList<M>,
  parent: object,
  call: Call,
): Promise<number> {
  return readCounts(field, listingOf(field, {}), {}, call).load(parent[field.relation.from as never]);
}

function readCounts<M extends ModelName>(
  field: ListField<M>,
  listing: Listing<M>,
  args: ListArgs,
  call: Call,
) {
  return loader(call, field, `count ${shapeOf(withoutPage(args))}`, countsOf(listing, call));
}

function readGroups<M extends ModelName>(field: ListField<M>, args: ListArgs, facet: NamedFacet, call: Call) {
  const shape = shapeOf(['groups', facet.name, withoutPage(args)]);
  const listing = listingOf(field, args, facet.ignores);
  return loader(call, field, shape, groupsOf(listing, facet, MOST_GROUPS, call));
}

function withoutPage({ first, last, after, before, orderBy, ...what }: ListArgs): object {
  return what;
}

export function listingOf<M extends ModelName>(
  { model, relation, detour, where, isWhole }: ListField<M>,
  args: ListArgs,
  ignored: readonly string[] = [],
): Listing<M> {
  const style = styleOf(model);
  return {
    model,
    relation: detour && args[detour.argument] ? detour.relation : relation,
    conditions: [
      ...(where ? [where] : []),
      ...(style.filter?.conditions(args.filter ?? {}, { ignored, isWhole }) ?? []),
    ],
  };
}

function shapeOf(value: unknown): string {
  return JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each));
}
