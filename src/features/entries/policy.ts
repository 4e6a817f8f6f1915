import type { AdminLevel, CompetitionStatus, Role } from '../../generated/prisma/client.ts';
import { type Actor, type HeldRole, heldBy, PUBLIC, userIdOf } from '../../platform/actor.ts';
import type { Call } from '../../platform/call.ts';
import type { Row, Where } from '../../platform/models.ts';
import { roleOver } from '../../platform/reach.ts';
import { publishedOr } from '../../platform/visibility.ts';
import { visibleTo as competitionVisibleTo } from '../competitions/policy.ts';
import { type EntryStep, isDecision, isLastStep, isTooLate, levelOf, possibleActions } from './rules.ts';

/**
 * An entry is public once it is approved, as far as its competition is; before, it is for the unit that applies or
 * takes part, for those who hold the competition, and for those of its region.
 */
export function visibleTo(actor: Actor): Where<'Entry'> {
  return publishedOr<'Entry'>(
    actor,
    {
      status: { in: ['APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED'] },
      // Not what this actor sees of it: to see a draft is not to see who enters from elsewhere.
      competition: competitionVisibleTo(PUBLIC),
    },
    {
      region: (regionId) => ({ regionId }),
      organization: (organizationId) => [
        { applicantId: organizationId },
        { organizationId },
        { competition: { hostings: { some: { organizationId } } } },
      ],
      scope: 'READ_ENTRIES',
    },
  );
}

/** What decides, besides the entry itself, who may do what to it. */
export interface Case {
  readonly competitionStatus: CompetitionStatus;
  readonly competitionRegionId: string;
  readonly applicationsCloseAt: Date | null;
  readonly hostIds: readonly string[];
  /** Who applied last; nobody before that, or where no user did. */
  readonly submitterId: string | null;
}

export type Entry = Pick<Row<'Entry'>, 'status' | 'version' | 'route' | 'step' | 'regionId' | 'applicantId'>;

/** Those who act for a unit that holds a competition. */
const HOSTS: readonly Role[] = ['UNIT_OFFICER', 'INDUSTRIAL_OFFICER'];
const OFFICERS: readonly Role[] = ['COUNTY_OFFICER', 'MUNICIPAL_OFFICER', 'PROVINCIAL_OFFICER'];

/** Who acts at each level, besides ADMIN, and the committee's office at the last one. */
const AT: Readonly<Record<AdminLevel, readonly Role[]>> = {
  TEAM: HOSTS,
  ENTERPRISE: HOSTS,
  COUNTY: ['COUNTY_OFFICER', 'INDUSTRIAL_OFFICER'],
  MUNICIPAL: ['MUNICIPAL_OFFICER'],
  PROVINCIAL: ['PROVINCIAL_OFFICER'],
  NATIONAL: [],
};
const UNIT: readonly Role[] = ['UNIT_OFFICER'];

/** The role by which the actor acts for the unit that applies. */
export function applicantOf(actor: Actor, applicantId: string): HeldRole | undefined {
  return roleOver(actor, UNIT, { organizationId: applicantId });
}

/** The role by which the actor may do this to the entry, as far as roles go. */
export function roleFor(actor: Actor, action: EntryStep, entry: Entry, of: Case): HeldRole | undefined {
  return isDecision(action) ? deciderOf(actor, entry, of) : applicantOf(actor, entry.applicantId);
}

/** The roles that may do this to it. */
export function rolesFor(action: EntryStep, entry: Entry): Role[] {
  if (!isDecision(action)) return ['ADMIN', ...UNIT];
  const level = levelOf(entry);
  const own = level ? AT[level] : [...OFFICERS, ...HOSTS];
  return ['ADMIN', ...own, ...(level && !isLastStep(entry) ? [] : (['COMMITTEE_OFFICE'] as const))];
}

/** Whether the actor may do this to the entry now: what nextActions lists. */
export function mayDo(
  { actor, now }: Pick<Call, 'actor' | 'now'>,
  action: EntryStep,
  entry: Entry,
  of: Case,
): boolean {
  if (action === 'SUBMIT' && isTooLate(of.applicationsCloseAt, now())) return false;
  if (!possibleActions(entry, of.competitionStatus).includes(action)) return false;
  if (!roleFor(actor, action, entry, of)) return false;
  return !isDecision(action) || !hasInterest(actor, entry, of);
}

/**
 * Whether it is the actor's own: they applied for it, or act for the applicant or for what the applicant lies under.
 * What a unit holds itself is decided within the unit, by somebody else than who applied.
 */
export function hasInterest(actor: Actor, entry: Entry, { submitterId, hostIds }: Case): boolean {
  const own = userIdOf(actor);
  if (own && own === submitterId) return true;
  const isWithinHost = isOfUnits(levelOf(entry));
  return heldBy(actor, ...UNIT).some(
    (held) =>
      held.organizationIds.includes(entry.applicantId) && !(isWithinHost && reachesOne(held, hostIds)),
  );
}

/** The role of the level that has the entry before it; for a draft, of any level: they all see that it is one. */
function deciderOf(actor: Actor, entry: Entry, of: Case): HeldRole | undefined {
  const level = levelOf(entry);
  const isLast = !level || isLastStep(entry);
  const overCompetition = { regionId: of.competitionRegionId };
  // Whoever approves must reach all of the competition.
  const places = [{ regionId: entry.regionId }, ...(level && isLast ? [overCompetition] : [])];
  const isAt = (role: Role) => !level || AT[level].includes(role);
  const held = [
    heldBy(actor, ...HOSTS).find(
      (each) => (!level || isOfUnits(level)) && isAt(each.role) && reachesOne(each, of.hostIds),
    ),
    roleOver(actor, OFFICERS.filter(isAt), ...places),
    level === 'COUNTY' && !isLast
      ? roleOver(actor, ['INDUSTRIAL_OFFICER'], { organizationId: entry.applicantId })
      : undefined,
    isLast ? roleOver(actor, ['COMMITTEE_OFFICE'], overCompetition) : undefined,
  ].filter((each) => each !== undefined);
  return held.find(({ role }) => role !== 'ADMIN') ?? held[0];
}

function isOfUnits(level: AdminLevel | undefined): boolean {
  return level === 'ENTERPRISE' || level === 'TEAM';
}

function reachesOne({ organizationIds }: HeldRole, ids: readonly string[]): boolean {
  return ids.some((id) => organizationIds.includes(id));
}
