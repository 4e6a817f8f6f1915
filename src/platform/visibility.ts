import type { ApiScope, Role } from '../generated/prisma/client.ts';
import { type Actor, heldBy } from './actor.ts';
import type { Call } from './call.ts';
import type { ModelName, Where } from './models.ts';
import { organizationsOf, regionsOf } from './reach.ts';
import { type Bind, matching } from './where.ts';

export type VisibleTo<M extends ModelName> = (actor: Actor) => Where<M>;

/** For what is never hidden: regions, sources, what is measured. */
export const everybody = () => ({});

/** Roles that see everything in their region and below, the last three without a hand in it. */
export const OVER_REGIONS: readonly Role[] = [
  'PROVINCIAL_OFFICER',
  'MUNICIPAL_OFFICER',
  'COUNTY_OFFICER',
  'COMMITTEE_OFFICE',
  'COMMITTEE_MEMBER',
  'SUPERVISOR',
];
/** Roles that see everything of their organization and of what lies under it. */
export const OVER_ORGANIZATIONS: readonly Role[] = ['INDUSTRIAL_OFFICER', 'UNIT_OFFICER'];

/** For what is not published at all: no row. Not `OR: []`, which Prisma takes for all of them inside of an AND. */
export const NOTHING = { id: { in: [] } };

/** How rows belong to a region and to organizations. */
export interface Belonging<M extends ModelName> {
  readonly region: (regionIds: { in: string[] }) => Where<M>;
  readonly organization: (organizationIds: { in: string[] }) => readonly Where<M>[];
  /** What a partner's key must open; no partner sees it where there is none. */
  readonly scope?: ApiScope;
  /** What of it no partner sees. */
  readonly notForPartners?: Where<M>;
}

/**
 * What is published, and what the actor sees before and beyond that: ADMIN all, officers, committees and
 * supervisors their region and below, officers of unions and units their organization and what lies under it,
 * partners what their keys open of their region. Assessors will see what is assigned to them.
 */
export function publishedOr<M extends ModelName>(
  actor: Actor,
  published: Where<M>,
  { region, organization, scope, notForPartners = {} as Where<M> }: Belonging<M>,
): Where<M> {
  if (heldBy(actor, 'ADMIN').length > 0) return {} as Where<M>;
  const regionIds = regionsOf(actor, ...OVER_REGIONS);
  const organizationIds = organizationsOf(actor, ...OVER_ORGANIZATIONS);
  const partnerIds = scope && actor.scopes.includes(scope) ? regionsOf(actor, 'PARTNER') : [];
  const more = [
    ...(regionIds.length > 0 ? [region({ in: regionIds })] : []),
    ...(organizationIds.length > 0 ? organization({ in: organizationIds }) : []),
    ...(partnerIds.length > 0 ? [{ AND: [region({ in: partnerIds }), notForPartners] }] : []),
  ];
  return more.length > 0 ? ({ OR: [published, ...more] } as Where<M>) : published;
}

const policies = new Map<ModelName, VisibleTo<ModelName>>();

/** From here on no read finds a row of this model that the actor may not see. */
export function restrict<M extends ModelName>(model: M, visibleTo: VisibleTo<M>): void {
  policies.set(model, visibleTo as VisibleTo<ModelName>);
}

/** Whether a row may be hidden from somebody, now or later: what leads to it must then be nullable. */
export function canBeHidden(model: ModelName): boolean {
  return visibilityOf(model) !== everybody;
}

/** The condition that the actor may see a row of the table that goes by `table`. */
export function visible(model: ModelName, { actor }: Call, bind: Bind, table = 't'): string {
  return matching(model, visibilityOf(model)(actor), bind, table);
}

/** Who may see what of the model. A model that nobody wrote a policy for is not read at all. */
export function visibilityOf(model: ModelName): VisibleTo<ModelName> {
  const policy = policies.get(model);
  if (!policy) throw new Error(`Who may see ${model}? Its type declares no visibleTo.`);
  return policy;
}
