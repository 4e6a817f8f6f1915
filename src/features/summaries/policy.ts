import type { AdminLevel, CompetitionStatus, Role } from '../../generated/prisma/client.ts';
import { type Actor, type HeldRole, heldBy, userIdOf } from '../../platform/actor.ts';
import type { Row, Where } from '../../platform/models.ts';
import { roleOver } from '../../platform/reach.ts';
import { NOTHING, OVER_REGIONS, publishedOr } from '../../platform/visibility.ts';
import { GOING, type SummaryAction } from './rules.ts';

/** Summaries are for those of the region and for the unit whose they are, and never public. */
export function visibleTo(actor: Actor): Where<'StageSummary'> {
  return publishedOr<'StageSummary'>(actor, NOTHING, {
    region: (regionId) => ({ regionId }),
    organization: (organizationId) => [{ organizationId }],
  });
}

/** As far as its summary is. */
export function figureVisibleTo(actor: Actor): Where<'MetricValue'> {
  return { summary: visibleTo(actor) };
}

/** Who looks after a region as a whole reads what its units sum up together. */
export function mayReportOn(actor: Actor, regionId: string): boolean {
  return roleOver(actor, OVER_REGIONS, { regionId }) !== undefined;
}

/** What decides who does what to a summary, besides itself. */
export interface Duty {
  /** Levels that the entry passed. */
  readonly route: readonly AdminLevel[];
  readonly competitionRegionId: string;
  readonly competitionStatus: CompetitionStatus;
  /** The users who ever handed it in. */
  readonly submitterIds: readonly string[];
}
export type Whose = Pick<Row<'StageSummary'>, 'regionId' | 'organizationId'>;

const WRITERS: readonly Role[] = ['UNIT_OFFICER'];
/** Officers above the county examine what comes to them directly. */
const EXAMINERS: Partial<Record<AdminLevel, readonly Role[]>> = {
  MUNICIPAL: ['MUNICIPAL_OFFICER'],
  PROVINCIAL: ['MUNICIPAL_OFFICER', 'PROVINCIAL_OFFICER'],
  NATIONAL: ['MUNICIPAL_OFFICER', 'PROVINCIAL_OFFICER'],
};
const WAIVERS: readonly Role[] = ['MUNICIPAL_OFFICER', 'PROVINCIAL_OFFICER'];

/** The roles that may do this to it, where they reach over it; committees where they reach over the competition's region. */
export function rolesFor(action: SummaryAction, { route }: Duty): readonly Role[] {
  if (action === 'WAIVE') return ['ADMIN', ...WAIVERS, 'COMMITTEE_OFFICE'];
  if (!isDecision(action)) return ['ADMIN', ...WRITERS];
  return ['ADMIN', 'COUNTY_OFFICER', ...examinersAbove(route), 'INDUSTRIAL_OFFICER', 'COMMITTEE_OFFICE'];
}

/** The role by which the actor may do this to it. */
export function doerOf(
  actor: Actor,
  action: SummaryAction,
  { regionId, organizationId }: Whose,
  { route, competitionRegionId }: Duty,
): HeldRole | undefined {
  const office = () => roleOver(actor, ['COMMITTEE_OFFICE'], { regionId: competitionRegionId });
  if (action === 'WAIVE') return roleOver(actor, WAIVERS, { regionId }) ?? office();
  if (!isDecision(action)) return roleOver(actor, WRITERS, { organizationId });
  return (
    roleOver(actor, ['COUNTY_OFFICER', ...examinersAbove(route)], { regionId }) ??
    roleOver(actor, ['INDUSTRIAL_OFFICER'], { organizationId }) ??
    office()
  );
}

/** Whether they would decide about what they handed in themselves, or what their own unit did. */
export function isOwn(
  actor: Actor,
  action: SummaryAction,
  { organizationId }: Whose,
  { submitterIds }: Duty,
): boolean {
  if (!isDecision(action)) return false;
  const userId = userIdOf(actor);
  const isSubmitter = userId !== null && submitterIds.includes(userId);
  return (
    isSubmitter || heldBy(actor, ...WRITERS).some((held) => held.organizationIds.includes(organizationId))
  );
}

export function isGoing({ competitionStatus }: Duty): boolean {
  return (GOING as readonly CompetitionStatus[]).includes(competitionStatus);
}

/** Whether the actor may do this, as far as it is not for the state of the summary itself. */
export function mayDo(actor: Actor, action: SummaryAction, whose: Whose, duty: Duty): boolean {
  return (
    doerOf(actor, action, whose, duty) !== undefined && !isOwn(actor, action, whose, duty) && isGoing(duty)
  );
}

function isDecision(action: SummaryAction): boolean {
  return action === 'RETURN' || action === 'ACCEPT' || action === 'WAIVE';
}

function examinersAbove([first]: readonly AdminLevel[]): readonly Role[] {
  return (first && EXAMINERS[first]) || [];
}
