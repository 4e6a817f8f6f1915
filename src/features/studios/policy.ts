import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { publishedOr } from '../../platform/visibility.ts';

/** Studios are public. */
export function visibleTo(_actor: Actor): Where<'Studio'> {
  return {};
}

export function memberVisibleTo(_actor: Actor): Where<'StudioMember'> {
  return {};
}

/** A title is public once its public notice begins; before, it is for the studio's employer, and for those of its region. */
export function titleVisibleTo(actor: Actor): Where<'StudioTitle'> {
  return publishedOr<'StudioTitle'>(
    actor,
    { status: { in: ['NOTICE', 'NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED'] } },
    {
      region: (regionId) => ({ studio: { regionId } }),
      organization: (employerId) => [{ studio: { employerId } }],
      scope: 'READ_STUDIO_TITLES',
    },
  );
}
