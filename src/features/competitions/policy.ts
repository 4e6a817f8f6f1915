import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { publishedOr } from '../../platform/visibility.ts';

/** A competition is public once it is published; before, it is for those of its region and for those who hold it. */
export function visibleTo(actor: Actor): Where<'Competition'> {
  return publishedOr<'Competition'>(
    actor,
    { status: { not: 'DRAFT' } },
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
