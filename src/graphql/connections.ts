import type { ObjectRef } from '@pothos/core';
import { encodeCursor, type Order } from '../platform/cursor.ts';
import { LARGEST_PAGE, type Page } from '../platform/keyset.ts';
import { entry } from '../platform/loaders.ts';
import type { ModelName, Row } from '../platform/models.ts';
import { builder, type Types } from './builder.ts';
import type { Facets } from './facets.ts';
import type { Filter } from './filters.ts';
import { type Groupable, groupsField } from './groups.ts';
import type { Ordering } from './ordering.ts';

type ArgBuilder = Pick<PothosSchemaTypes.QueryFieldBuilder<Types, {}>, 'arg'>;

/** A connection before anybody has asked for its parts; each part is read when it is selected. */
export interface Connection<R> extends Groupable {
  page(): Promise<Page<R>>;
  totalCount(): Promise<number>;
}

/** Where a page lies in its list; cursors are made when they are selected. */
export interface PagePlace {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  startCursor(): string | null;
  endCursor(): string | null;
}

export const PageInfo = builder.objectRef<PagePlace>('PageInfo').implement({
  description: 'Where a page lies in its list',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follow' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether others come before' }),
    startCursor: t.string({
      nullable: true,
      description: 'Cursor of the first item; absent on an empty page',
      resolve: (place) => place.startCursor(),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'Cursor of the last item; absent on an empty page',
      resolve: (place) => place.endCursor(),
    }),
  }),
});

function placeOf({ rows, order, hasNextPage, hasPreviousPage }: Page<object>): PagePlace {
  const cursorOf = (row: object | undefined) => (row ? encodeCursor(row as never, order) : null);
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: () => cursorOf(rows[0]),
    endCursor: () => cursorOf(rows.at(-1)),
  };
}

/** Says of a field that it hands on the rows of what it stands in. */
export const ROWS = { declared: { kind: 'rows' } } as const;

const connections = new Map<ModelName, ObjectRef<Types, Connection<object>>>();

/** The connection type of a model, one for all lists of it. */
export function connectionOf<M extends ModelName>(
  name: M,
  node: ObjectRef<Types, Row<M>>,
  facets: Facets<M> | undefined,
) {
  return entry(connections, name, () => connectionType(name, node as ObjectRef<Types, object>, facets));
}

function connectionType(name: ModelName, node: ObjectRef<Types, object>, facets: Facets<never> | undefined) {
  const Edge = builder.objectRef<{ node: object; order: Order }>(`${name}Edge`).implement({
    description: 'An item and its place in the list',
    fields: (t) => ({
      node: t.expose('node', { type: node, description: 'The item', extensions: ROWS }),
      cursor: t.string({
        description: 'For `after` and `before`; it serves the order it came from',
        resolve: ({ node, order }) => encodeCursor(node, order),
      }),
    }),
  });
  return builder.objectRef<Connection<object>>(`${name}Connection`).implement({
    description: 'One page of a list',
    fields: (t) => ({
      nodes: t.field({
        type: [node],
        description: 'The items',
        extensions: ROWS,
        resolve: async (connection) => (await connection.page()).rows,
      }),
      edges: t.field({
        type: [Edge],
        description: 'The items, each with its cursor',
        extensions: ROWS,
        resolve: async (connection) => {
          const { rows, order } = await connection.page();
          return rows.map((node) => ({ node, order }));
        },
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'For paging on',
        resolve: async (connection) => placeOf(await connection.page()),
      }),
      totalCount: t.int({
        description: 'Number of matching items on all pages; counted only when selected',
        resolve: (connection) => connection.totalCount(),
      }),
      ...(facets && { facets: groupsField(t as never, facets) }),
    }),
  });
}

/** The arguments of a list. */
export function listArgs<M extends ModelName>(
  t: ArgBuilder,
  { filter, order }: { filter?: Filter<M> | undefined; order?: Ordering<M> | undefined },
) {
  return {
    first: t.arg.int({
      description: `Size of the page, from the start; 20 unless given, ${LARGEST_PAGE} at most`,
    }),
    after: t.arg.string({ description: 'Only what follows this cursor' }),
    last: t.arg.int({ description: `Size of the page, from the end; ${LARGEST_PAGE} at most` }),
    before: t.arg.string({ description: 'Only what comes before this cursor' }),
    ...(filter && { filter: t.arg({ type: filter.input, description: 'Only those that match' }) }),
    ...(order && { orderBy: t.arg({ type: order.input, description: 'In this order' }) }),
  };
}
