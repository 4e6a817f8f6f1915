import type { Actor } from './actor.ts';
import type { Call } from './call.ts';
import type { ModelName, Where } from './models.ts';
import { type Bind, matching } from './where.ts';

export type VisibleTo<M extends ModelName> = (actor: Actor) => Where<M>;

/** For what is never hidden: regions, sources, what is measured. */
export const everybody = () => ({});

const policies = new Map<ModelName, VisibleTo<ModelName>>();

/** From here on no read finds a row of this model that the actor may not see. */
export function restrict<M extends ModelName>(model: M, visibleTo: VisibleTo<M>): void {
  policies.set(model, visibleTo as VisibleTo<ModelName>);
}

/** Whether a row may be hidden from somebody, now or later: what leads to it must then be nullable. */
export function canBeHidden(model: ModelName): boolean {
  return policyOf(model) !== everybody;
}

/** The condition that the actor may see a row of the table that goes by `table`. */
export function visible(model: ModelName, { actor }: Call, bind: Bind, table = 't'): string {
  return matching(model, policyOf(model)(actor), bind, table);
}

/** A model that nobody wrote a policy for is not read at all. */
function policyOf(model: ModelName): VisibleTo<ModelName> {
  const policy = policies.get(model);
  if (!policy) throw new Error(`Who may see ${model}? Its type declares no visibleTo.`);
  return policy;
}
