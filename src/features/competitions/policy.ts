import type { AdminLevel, Role } from '../../generated/prisma/client.ts';
import { type Actor, type HeldRole, heldBy } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { roleOver } from '../../platform/reach.ts';
import { publishedOr } from '../../platform/visibility.ts';

/** A competition is public once it is published; before, it is for those of its region and for those who hold it. */
export function visibleTo(actor: Actor): Where<'Competition'> {
  return publishedOr<'Competition'>(
    actor,
    // Not by its status: a draft can be canceled too.
    { publishedAt: { not: null } },
    {
      region: (regionId) => ({ regionId }),
      organization: (organizationId) => [{ hostings: { some: { organizationId } } }],
      scope: 'READ_COMPETITIONS',
    },
  );
}

/** As far as the competition is. */
export function trackVisibleTo(actor: Actor): Where<'Track'> {
  return { competition: visibleTo(actor) };
}

/** As far as the competition is. */
export function stageVisibleTo(actor: Actor): Where<'Stage'> {
  return { competition: visibleTo(actor) };
}

/** As far as the competition is. */
export function metricVisibleTo(actor: Actor): Where<'Metric'> {
  return { competition: visibleTo(actor) };
}

/** Those who hold competitions for a region. */
const OFFICERS: readonly Role[] = [
  'COMMITTEE_OFFICE',
  'COUNTY_OFFICER',
  'MUNICIPAL_OFFICER',
  'PROVINCIAL_OFFICER',
];
/** Those who hold competitions within a unit. */
const HOSTS: readonly Role[] = ['UNIT_OFFICER', 'INDUSTRIAL_OFFICER'];

/** Whose it is: who holds it, where, at which level. */
export interface Holding {
  readonly level: AdminLevel;
  readonly regionId: string;
  readonly hostIds: readonly string[];
}

/** Whether a unit holds competitions of this level by itself. */
export function isOfUnits(level: AdminLevel): boolean {
  return level === 'ENTERPRISE' || level === 'TEAM';
}

/** The roles that may change such a competition, where they reach over it. */
export function managersOf(level: AdminLevel): Role[] {
  return ['ADMIN', ...OFFICERS, ...(isOfUnits(level) ? HOSTS : [])];
}

/** The role by which the actor may change such a competition: over its region, or over one that holds it. */
export function managerOf(actor: Actor, { level, regionId, hostIds }: Holding): HeldRole | undefined {
  const officer = roleOver(actor, OFFICERS, { regionId });
  if (officer || !isOfUnits(level)) return officer;
  return heldBy(actor, ...HOSTS).find((held) => hostIds.some((id) => held.organizationIds.includes(id)));
}

/** Whether the actor may name this organization as one that holds a competition: units name only their own. */
export function mayNameHost(actor: Actor, as: HeldRole, organizationId: string): boolean {
  if (!HOSTS.includes(as.role)) return true;
  return heldBy(actor, ...HOSTS).some((held) => held.organizationIds.includes(organizationId));
}
