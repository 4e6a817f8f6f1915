import type { Group } from '../platform/list.ts';
import type { ModelName } from '../platform/models.ts';
import { builder, type Types } from './builder.ts';
import { type Facets, MOST_GROUPS, type NamedFacet } from './facets.ts';
import { globalId } from './ids.ts';
import { Node } from './node.ts';
import { readTyped } from './rows.ts';

const FacetGroup = builder.objectRef<Group & { model?: ModelName | undefined }>('FacetGroup').implement({
  description: 'The rows of a list that share a value',
  fields: (t) => ({
    value: t.string({
      nullable: true,
      description:
        'The value of the enum, the year, or the global id of `node`; absent for the rows that have none',
      resolve: ({ value, model }) => (value !== null && model ? globalId(model, value) : value),
    }),
    node: t.field({
      type: Node,
      nullable: true,
      description: 'What the value is the id of, as a region; absent for enums and years',
      resolve: ({ value, model }, _args, call, info) =>
        value !== null && model ? readTyped(model, value, call, info) : null,
    }),
    count: t.exposeInt('count', { description: 'Number of the rows' }),
  }),
});

type Fields = PothosSchemaTypes.ObjectFieldBuilder<Types, Groupable>;

/** A list that can be counted in groups. */
export interface Groupable {
  groups(facet: NamedFacet): Promise<Group[]>;
}

/** The field `facets` of a connection. */
export function groupsField(t: Fields, { type }: Facets<never>) {
  return t.field({
    type: [FacetGroup],
    description:
      'The matching items of all pages, counted in groups, the largest first; each item counts once. ' +
      "The filter's own members for what is grouped by are left out, all others hold. " +
      `At most ${MOST_GROUPS} groups`,
    args: { by: t.arg({ type, required: true, description: 'Grouped by this' }) },
    extensions: { atMost: MOST_GROUPS },
    resolve: async (connection, { by }) =>
      (await connection.groups(by)).map((group) => ({ ...group, model: by.model })),
  });
}
