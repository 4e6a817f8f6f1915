import { type Actor, heldBy, PUBLIC } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { regionsOf } from '../../platform/reach.ts';
import { OVER_REGIONS } from '../../platform/visibility.ts';
import { visibleTo as competitionVisibleTo } from '../competitions/policy.ts';
import { NOT_FROZEN, ownEntries } from '../scoring/policy.ts';

/** A standing is public once it is published; drafts are for those of the competition's region. */
export function standingVisibleTo(actor: Actor): Where<'Standing'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  return {
    OR: [
      { publishedAt: { not: null }, competition: competitionVisibleTo(PUBLIC) },
      { competition: { regionId: { in: keptRegions(actor) } } },
    ],
  };
}

/**
 * Rows are seen with their standing. While the competition is frozen a unit sees its own alone, and only those who
 * look after an entry or the competition see others.
 */
export function rowVisibleTo(actor: Actor): Where<'StandingRow'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  const regionIds = keptRegions(actor);
  const published: Where<'Standing'> = {
    publishedAt: { not: null },
    competition: competitionVisibleTo(PUBLIC),
  };
  return {
    OR: [
      { standing: { competition: { regionId: { in: regionIds } } } },
      { standing: published, regionId: { in: regionIds } },
      { standing: published, entry: ownEntries(actor) },
      { standing: { ...published, AND: [{ competition: NOT_FROZEN }] } },
    ],
  };
}

function keptRegions(actor: Actor): string[] {
  return regionsOf(actor, ...OVER_REGIONS);
}
