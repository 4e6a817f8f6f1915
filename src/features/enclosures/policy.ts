import { type Actor, heldBy, userIdOf } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { visibleTo as entryVisibleTo } from '../entries/policy.ts';
import { visibleTo as summaryVisibleTo } from '../summaries/policy.ts';

/** As far as what it is enclosed with is; and everybody sees what they sent in themselves. */
export function visibleTo(actor: Actor): Where<'Enclosure'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  const own = userIdOf(actor);
  return {
    OR: [
      { entry: entryVisibleTo(actor) },
      { summary: summaryVisibleTo(actor) },
      ...(own ? [{ uploaderId: own }] : []),
    ],
  };
}
