import { builder } from '../../graphql/builder.ts';
import { PageInfo, type PagePlace, ROWS } from '../../graphql/connections.ts';
import { Direction } from '../../graphql/ordering.ts';
import { node } from '../../graphql/refs.ts';
import { readTyped } from '../../graphql/rows.ts';
import { isPast } from '../../platform/days.ts';
import { LARGEST_PAGE } from '../../platform/keyset.ts';
import { type Todo, type TodoOrder, todoCount, todoCursor, todosOf, todoTypes } from '../../platform/todo.ts';
import { Viewer } from './type.ts';

type Page = Awaited<ReturnType<typeof todosOf>>;
interface List {
  page(): Promise<Page>;
  totalCount(): Promise<number>;
}
const DAY = 24 * 60 * 60_000;

const Subject = builder.unionType('TodoSubject', {
  description: 'What something is to be done to',
  types: () => todoTypes().map((model) => node(model as never)) as never,
});

const Item = builder.objectRef<Todo>('Todo').implement({
  description: 'Something that waits for you',
  fields: (t) => ({
    subject: t.field({
      type: Subject,
      nullable: true,
      description: 'What it is to be done to; absent where somebody has done it just now',
      resolve: ({ type, id }, _args, call, info) => readTyped(type, id, call, info) as never,
    }),
    action: t.exposeString('action', {
      description:
        'What is to be done, as in the nextActions of the subject; SCORE where you were given an entry to score and have not begun',
    }),
    ageDays: t.int({
      description: 'Whole days since it waits',
      resolve: ({ since }, _args, { now }) => Math.max(0, Math.floor((Number(now()) - Number(since)) / DAY)),
    }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day to do it; absent where there is none',
      resolve: ({ due_on }) => due_on,
    }),
    isOverdue: t.boolean({
      description: 'Whether that day is over, in the time of Beijing',
      resolve: ({ due_on }, _args, { now }) => due_on !== null && isPast(due_on, now()),
    }),
  }),
});

const Edge = builder.objectRef<{ node: Todo; order: TodoOrder }>('TodoEdge').implement({
  description: 'An item and its place in the list',
  fields: (t) => ({
    node: t.expose('node', { type: Item, description: 'The item', extensions: ROWS }),
    cursor: t.string({
      description: 'For `after`; it serves the order it came from',
      resolve: ({ node, order }) => todoCursor(node, order),
    }),
  }),
});

const Connection = builder.objectRef<List>('TodoConnection').implement({
  description: 'One page of what waits for you',
  fields: (t) => ({
    nodes: t.field({
      type: [Item],
      description: 'The items',
      extensions: ROWS,
      resolve: async (list) => [...(await list.page()).nodes],
    }),
    edges: t.field({
      type: [Edge],
      description: 'The items, each with its cursor',
      extensions: ROWS,
      resolve: async (list) => {
        const { nodes, order } = await list.page();
        return nodes.map((node) => ({ node, order }));
      },
    }),
    pageInfo: t.field({
      type: PageInfo,
      description: 'For paging on',
      resolve: async (list) => placeOf(await list.page()),
    }),
    totalCount: t.int({
      description: 'How much waits for you on all pages; counted only when selected',
      resolve: (list) => list.totalCount(),
    }),
  }),
});

const OrderField = builder.enumType('TodoOrderField', {
  description: 'What the list can be ordered by',
  values: {
    DUE: { value: 'due', description: 'The last day to do it; what has none comes last' },
    SINCE: { value: 'since', description: 'Since when it waits' },
  } as const,
});

const Order = builder.inputRef<TodoOrder>('TodoOrder').implement({
  description: 'The order of the list; equal ones by how long they wait',
  fields: (t) => ({
    field: t.field({ type: OrderField, required: true, description: 'Ordered by this' }),
    direction: t.field({
      type: Direction,
      required: true,
      defaultValue: 'asc',
      description: 'Which end first',
    }),
  }),
});
const DUE_FIRST: TodoOrder = { field: 'due', direction: 'asc' };

builder.objectField(Viewer, 'todo', (t) =>
  t.field({
    type: Connection,
    description: 'What waits for you, over all kinds of work: what falls due first comes first',
    args: {
      first: t.arg.int({ description: `Size of the page; 20 unless given, ${LARGEST_PAGE} at most` }),
      after: t.arg.string({ description: 'Only what follows this cursor' }),
      orderBy: t.arg({ type: Order, description: 'In this order' }),
    },
    resolve: (_viewer, { first, after, orderBy }, call) => {
      let page: Promise<Page> | undefined;
      return {
        page: () => (page ??= todosOf(call, { first, after, order: orderBy ?? DUE_FIRST })),
        totalCount: () => todoCount(call),
      };
    },
  }),
);

function placeOf({ nodes, order, hasNextPage, hasPreviousPage }: Page): PagePlace {
  const cursorOf = (item: Todo | undefined) => (item ? todoCursor(item, order) : null);
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: () => cursorOf(nodes[0]),
    endCursor: () => cursorOf(nodes.at(-1)),
  };
}
