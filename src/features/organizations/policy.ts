import type { Role } from '../../generated/prisma/client.ts';
import { type Actor, type HeldRole, heldBy } from '../../platform/actor.ts';
import type { Row } from '../../platform/models.ts';
import { type Place, roleOver } from '../../platform/reach.ts';

/** Organizations and their codes are public, as in the State's own register. */
export { everybody as visibleTo } from '../../platform/visibility.ts';

export const FEDERATIONS: readonly Role[] = ['PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER', 'COUNTY_OFFICER'];
/** Those who keep the registry: federations in their region, industrial unions in their line. */
export const KEEPERS: readonly Role[] = [...FEDERATIONS, 'INDUSTRIAL_OFFICER'];
/** A unit keeps what lies under it. */
export const KEEPERS_AND_UNITS: readonly Role[] = [...KEEPERS, 'UNIT_OFFICER'];

type Organization = Pick<Row<'Organization'>, 'id' | 'regionId' | 'parentId' | 'employerId'>;

/** Where an organization lies, which is also whose it is. */
export function placeOf({ id, regionId }: Pick<Organization, 'id' | 'regionId'>): Place {
  return { regionId, organizationId: id };
}

/** The role by which the actor may enter an organization there, also as the union of an employer. */
export function creatorOf(
  actor: Actor,
  {
    regionId,
    parentId,
    employer,
  }: { regionId: string; parentId: string | null; employer: Organization | null },
): HeldRole | undefined {
  const place = { regionId, organizationId: parentId ?? employer?.id };
  // A union's officers reach its employer, so that whoever makes a union must do so too.
  return roleOver(actor, KEEPERS_AND_UNITS, place, ...(employer ? [placeOf(employer)] : []));
}

/** The role by which the actor may close or merge an organization, or change its codes. */
export function keeperOf(actor: Actor, organization: Organization): HeldRole | undefined {
  return (
    roleOver(actor, FEDERATIONS, placeOf(organization)) ?? below(actor, 'INDUSTRIAL_OFFICER', organization)
  );
}

/** The role by which the actor may change what is kept of an organization: also of those under their own unit. */
export function editorOf(actor: Actor, organization: Organization): HeldRole | undefined {
  return keeperOf(actor, organization) ?? unitAbove(actor, organization);
}

/** Nobody closes or changes the organization that they act for. */
function below(actor: Actor, role: Role, { id }: Organization): HeldRole | undefined {
  return heldBy(actor, role).find(
    ({ organizationId, organizationIds }) => organizationId !== id && organizationIds.includes(id),
  );
}

/** A union's officers reach its employer too, which does not lie under them. */
function unitAbove(actor: Actor, organization: Organization): HeldRole | undefined {
  const { parentId, employerId } = organization;
  const held = below(actor, 'UNIT_OFFICER', organization);
  const isUnder = [parentId, employerId].some((above) => above && held?.organizationIds.includes(above));
  return isUnder ? held : undefined;
}
