import type { GraphQLResolveInfo } from 'graphql';
import type { Call } from '../platform/call.ts';
import { BadInputError } from '../platform/errors.ts';
import { LARGEST_PAGE } from '../platform/keyset.ts';
import { builder } from './builder.ts';
import { fromGlobalId } from './ids.ts';
import { readTyped, type Typed } from './rows.ts';

export const Node = builder.interfaceRef<object>('Node').implement({
  description: 'Anything with a global id',
  fields: (t) => ({ id: t.id({ description: 'Global id' }) }),
});

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: 'Any object by its global id; null where there is none to see',
    args: { id: t.arg.id({ required: true, description: 'Global id' }) },
    extensions: { declared: { kind: 'node' } },
    resolve: (_root, { id }, call, info) => readNode(id, call, info),
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: `Objects by their global ids, ${LARGEST_PAGE} at most, in the same order; null where there is none to see`,
    args: { ids: t.arg.idList({ required: true, description: 'Global ids' }) },
    extensions: { declared: { kind: 'nodes' } },
    resolve: (_root, { ids }, call, info) => {
      checkIds(ids);
      return Promise.all(ids.map((id) => readNode(id, call, info)));
    },
  }),
);

/** @throws {BadInputError} where there are more than a page */
export function checkIds(ids: readonly unknown[]): void {
  if (ids.length > LARGEST_PAGE) throw new BadInputError(`ids: at most ${LARGEST_PAGE}, not ${ids.length}.`);
}

async function readNode(globalId: string, call: Call, info: GraphQLResolveInfo): Promise<Typed | null> {
  const key = fromGlobalId(globalId);
  return key ? readTyped(key.model, key.id, call, info) : null;
}
