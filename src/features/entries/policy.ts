import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { visibleTo as competitionVisibleTo } from '../competitions/policy.ts';

/** An entry is public once it is approved, as far as its competition is. */
export function visibleTo(actor: Actor): Where<'Entry'> {
  return {
    status: { in: ['APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED'] },
    competition: competitionVisibleTo(actor),
  };
}
