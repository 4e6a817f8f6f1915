import type { Role } from '../../generated/prisma/client.ts';
import { type Actor, heldBy, ownId, PUBLIC } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { organizationsOf, regionsOf } from '../../platform/reach.ts';
import { OVER_ORGANIZATIONS, OVER_REGIONS, publishedOr } from '../../platform/visibility.ts';
import { visibleTo as competitionVisibleTo } from '../competitions/policy.ts';
import { visibleTo as entryVisibleTo } from '../entries/policy.ts';

/** Who looks after a competition: draws up its scheme, and says who assesses. */
export const KEEPERS: readonly Role[] = [
  'COMMITTEE_OFFICE',
  'MUNICIPAL_OFFICER',
  'PROVINCIAL_OFFICER',
  'COUNTY_OFFICER',
];
/** Who confirms scores and publishes standings. */
export const CONFIRMERS: readonly Role[] = ['COMMITTEE_OFFICE'];

/** Templates and what came into force are public, as far as the competition is; drafts are for those of its region. */
export function schemeVisibleTo(actor: Actor): Where<'ScoringScheme'> {
  return publishedOr<'ScoringScheme'>(
    actor,
    {
      status: { not: 'DRAFT' },
      OR: [{ competitionId: null }, { competition: competitionVisibleTo(PUBLIC) }],
    },
    {
      region: (regionId) => ({ competition: { regionId } }),
      organization: () => [],
      scope: 'READ_COMPETITIONS',
    },
  );
}

export function criterionVisibleTo(actor: Actor): Where<'Criterion'> {
  return { scheme: schemeVisibleTo(actor) };
}

/** While a competition is frozen, also where it was suspended then, units see only themselves. */
export const NOT_FROZEN: Where<'Competition'> = {
  status: { not: 'FROZEN' },
  OR: [{ suspendedFrom: null }, { suspendedFrom: { not: 'FROZEN' } }],
};

/** What of an actor's entries: of their organizations and of what lies under these. */
export function ownEntries(actor: Actor): Where<'Entry'> {
  const ids = organizationsOf(actor, ...OVER_ORGANIZATIONS);
  return { OR: [{ applicantId: { in: ids } }, { organizationId: { in: ids } }] };
}

/** Entries that somebody looks after or watches over: of their region, or in a competition there. */
export function keptEntries(actor: Actor): Where<'Entry'> {
  const regionIds = regionsOf(actor, ...OVER_REGIONS);
  return { OR: [{ regionId: { in: regionIds } }, { competition: { regionId: { in: regionIds } } }] };
}

/**
 * Scores are for officers, committees and supervisors of the entry's region or of the competition's. A unit sees
 * what it gave itself, an assessor what they gave; confirmed scores are seen by others only once they were
 * published, and while the competition is frozen only by the unit itself.
 */
export function sheetVisibleTo(actor: Actor): Where<'ScoreSheet'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  return {
    OR: [
      { entry: keptEntries(actor) },
      { kind: 'SELF', entry: ownEntries(actor) },
      { kind: 'ASSESSOR', assessorId: ownId(actor) },
      { publishedAt: { not: null }, entry: ownEntries(actor) },
      {
        publishedAt: { not: null },
        entry: { ...entryVisibleTo(PUBLIC), AND: [{ competition: NOT_FROZEN }] },
      },
    ],
  };
}

export function itemVisibleTo(actor: Actor): Where<'ScoreItem'> {
  return { sheet: sheetVisibleTo(actor) };
}

/** Who assesses what is for those who look after it, and for the assessors themselves. */
export function assignmentVisibleTo(actor: Actor): Where<'AssessorAssignment'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  return { OR: [{ entry: keptEntries(actor) }, { userId: ownId(actor) }] };
}

/** Whom somebody keeps out of is for those who look after it, and for themselves. */
export function recusalVisibleTo(actor: Actor): Where<'Recusal'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  const regionIds = regionsOf(actor, ...OVER_REGIONS);
  return {
    OR: [
      { entry: keptEntries(actor) },
      { organization: { regionId: { in: regionIds } } },
      { userId: ownId(actor) },
    ],
  };
}
