import type { OrganizationType, Role } from '../../generated/prisma/client.ts';
import { type Actor, type HeldRole, heldBy, userIdOf } from '../../platform/actor.ts';
import type { Row, Where } from '../../platform/models.ts';
import { organizationsOf, regionsOf, roleOver } from '../../platform/reach.ts';
import { OVER_ORGANIZATIONS, OVER_REGIONS } from '../../platform/visibility.ts';
import { FEDERATIONS } from '../organizations/policy.ts';
import type { ItemAction } from './rules.ts';

/** Who leads the meetings of a committee, and follows up on what they hand out. */
export const OFFICE: readonly Role[] = ['COMMITTEE_OFFICE'];

/** Meetings are for those of the committee's region, and for the organizations that sit in it or were asked to come. */
export function meetingVisibleTo(actor: Actor): Where<'CommitteeMeeting'> {
  if (isAdmin(actor)) return {};
  const organizationId = { in: organizationsOf(actor, ...OVER_ORGANIZATIONS) };
  return {
    OR: [
      { committee: { regionId: { in: regionsOf(actor, ...OVER_REGIONS) } } },
      { committee: { members: { some: { organizationId, validTo: null } } } },
      { attendances: { some: { organizationId } } },
    ],
  };
}

/** As far as the meeting is. */
export function attendanceVisibleTo(actor: Actor): Where<'MeetingAttendance'> {
  return { meeting: meetingVisibleTo(actor) };
}

/** Snapshots are as the office saw it: for those alone who look after the whole region of the committee. */
export function snapshotVisibleTo(actor: Actor): Where<'StateOfPlaySnapshot'> {
  if (isAdmin(actor)) return {};
  return { meeting: { committee: { regionId: { in: regionsOf(actor, ...OVER_REGIONS) } } } };
}

/** As far as the meeting is, and for the organization that is to do it; for federations, their officers. */
export function itemVisibleTo(actor: Actor): Where<'ActionItem'> {
  if (isAdmin(actor)) return {};
  return {
    OR: [
      { meeting: meetingVisibleTo(actor) },
      { ownerId: { in: organizationsOf(actor, ...OVER_ORGANIZATIONS) } },
      { owner: { type: 'UNION_FEDERATION', regionId: { in: regionsOf(actor, ...FEDERATIONS) } } },
    ],
  };
}

/** The role by which the actor leads the committee of a region. */
export function officeOver(actor: Actor, ...regionIds: readonly string[]): HeldRole | undefined {
  return roleOver(actor, OFFICE, ...regionIds.map((regionId) => ({ regionId })));
}

/** What decides, besides the item itself, who does what to it. */
export interface Charge {
  readonly committeeRegionId: string;
  readonly ownerRegionId: string;
  readonly ownerType: OrganizationType;
}
type Item = Pick<Row<'ActionItem'>, 'ownerId' | 'reporterId'>;

/** The roles that may do this to it. */
export function rolesFor(action: ItemAction, { ownerType }: Charge): Role[] {
  if (action !== 'REPORT') return ['ADMIN', ...OFFICE];
  return ['ADMIN', ...OVER_ORGANIZATIONS, ...(ownerType === 'UNION_FEDERATION' ? FEDERATIONS : [])];
}

/** The role by which the actor may do this to it. */
export function doerOf(actor: Actor, action: ItemAction, item: Item, of: Charge): HeldRole | undefined {
  if (action !== 'REPORT') return officeOver(actor, of.committeeRegionId);
  const { ownerId: organizationId } = item;
  const officer =
    of.ownerType === 'UNION_FEDERATION'
      ? heldBy(actor, ...FEDERATIONS).find(({ regionIds }) => regionIds.includes(of.ownerRegionId))
      : undefined;
  return officer ?? roleOver(actor, OVER_ORGANIZATIONS, { organizationId });
}

/** Whether they would confirm what they reported themselves, or what their own organization did. */
export function isOwn(actor: Actor, action: ItemAction, { ownerId, reporterId }: Item): boolean {
  if (action !== 'CONFIRM') return false;
  const userId = userIdOf(actor);
  return (
    (userId !== null && userId === reporterId) ||
    organizationsOf(actor, ...OVER_ORGANIZATIONS).includes(ownerId)
  );
}

function isAdmin(actor: Actor): boolean {
  return heldBy(actor, 'ADMIN').length > 0;
}
