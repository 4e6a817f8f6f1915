import { type Actor, PUBLIC } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { publishedOr } from '../../platform/visibility.ts';
import { visibleTo as competitionVisibleTo } from '../competitions/policy.ts';

/**
 * An entry is public once it is approved, as far as its competition is; before, it is for the unit that applies or
 * takes part, and for those of its region.
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
      organization: (organizationId) => [{ applicantId: organizationId }, { organizationId }],
      scope: 'READ_ENTRIES',
    },
  );
}
