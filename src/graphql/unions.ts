import type { ModelName } from '../platform/models.ts';
import { builder } from './builder.ts';
import type { Dialect } from './fields.ts';
import { type NodeName, node } from './refs.ts';
import { readTyped } from './rows.ts';

/**
 * A field that leads to a row of one of several models: to the one whose key is there. `models` names
 * the model behind each key.
 */
export function oneOfSeveral<M extends NodeName>(
  t: Dialect<M>['t'],
  name: string,
  models: Readonly<Record<string, NodeName>>,
  { ofType, ofField }: { ofType: string; ofField: string },
) {
  const union = builder.unionType(name as string, {
    description: ofType,
    types: Object.values(models).map((model) => node(model)) as never,
  });
  const targets = Object.entries(models) as [string, ModelName][];
  return t.field({
    type: union,
    nullable: true,
    description: ofField,
    extensions: { declared: { kind: 'union', targets } },
    resolve: (row, _args, call, info) => {
      const found = targets.find(([key]) => row[key as never] != null);
      return (found ? readTyped(found[1], row[found[0] as never], call, info) : null) as never;
    },
  });
}
