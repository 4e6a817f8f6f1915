import {
  type GraphQLEnumType,
  type GraphQLField,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { schema } from '../../../src/schema.ts';
import { FIELDS, modelOf, ROOT_LISTS } from '../../registry/oracle/fields.ts';
import { World } from '../../registry/oracle/world.ts';
import type { App } from '../app.ts';
import { Content } from './content.ts';

type List = GraphQLField<unknown, unknown>;
type Page = { edges: { cursor: string }[] };

const DIRECTIONS = ['ASC', 'DESC'];

/** What the app's database holds, with cursors of each list in each of its orders, found by paging. */
export async function contentOf(app: App): Promise<Content> {
  const cursors: Record<string, string[]> = {};
  const roots = new Map(ROOT_LISTS.map((list) => [modelOf(list), list]));
  const keep = (list: List, pages: Record<string, Page>) => {
    for (const [key, page] of Object.entries(pages)) {
      const order = ordersOf(list)[Number(/\d+/.exec(key)![0])]!;
      const name = order ? `${modelOf(list)} ${order}` : modelOf(list);
      cursors[name] = [...new Set([...(cursors[name] ?? []), ...page.edges.map(({ cursor }) => cursor)])];
    }
  };
  for (const list of roots.values())
    keep(list, (await app.ask<Record<string, Page>>(`{ ${pagesOf(list)} }`)).data!);
  for (const { type, name, kind } of FIELDS) {
    const owner = schema.getType(type);
    const root = roots.get(type);
    if (kind !== 'many' || !root || !isObjectType(owner)) continue;
    const list = owner.getFields()[name]!;
    if (roots.has(modelOf(list))) continue;
    const query = `{ ${root.name}(first: 8) { nodes { ${pagesOf(list)} } } }`;
    const { data } = await app.ask<Record<string, { nodes: Record<string, Page>[] }>>(query);
    for (const pages of data![root.name]!.nodes) keep(list, pages);
  }
  return new Content(await World.read(app.db.prisma), cursors);
}

/** The list's first items and last ones in each order: there the order's values are absent, if anywhere. */
function pagesOf(list: List): string {
  return ordersOf(list)
    .flatMap((order, n) => {
      const [field, direction] = order?.split(' ') ?? [];
      const by = field ? `, orderBy: { field: ${field}, direction: ${direction} }` : '';
      return ['first: 12', 'last: 4'].map(
        (size, end) => `${end ? 'z' : 'a'}${n}: ${list.name}(${size}${by}) { edges { cursor } }`,
      );
    })
    .join(' ');
}

/** First the list's own order, then what it can be ordered by, in both directions. */
function ordersOf({ args }: List): (string | undefined)[] {
  const type = args.find(({ name }) => name === 'orderBy')?.type;
  const input = type && getNamedType(type);
  if (!isInputObjectType(input)) return [undefined];
  const fields = (getNamedType(input.getFields().field!.type) as GraphQLEnumType).getValues();
  return [undefined, ...fields.flatMap(({ name }) => DIRECTIONS.map((direction) => `${name} ${direction}`))];
}
