import type { Actor } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { publishedOr } from '../../platform/visibility.ts';

/** Innovation groups are public. */
export function groupVisibleTo(_actor: Actor): Where<'InnovationGroup'> {
  return {};
}

/** Who teaches whom is public, as the honors of both are. */
export function pairVisibleTo(_actor: Actor): Where<'MentorPair'> {
  return {};
}

/**
 * A result is public once it is recognized, unless it is confidential; otherwise it is for the organization that it
 * was made in, and for those of its region. Confidential ones are for no partner.
 */
export function resultVisibleTo(actor: Actor): Where<'InnovationResult'> {
  return publishedOr<'InnovationResult'>(
    actor,
    { status: { in: ['RECOGNIZED', 'PROMOTED'] }, isConfidential: false },
    {
      region: (regionId) => ({ regionId }),
      organization: (organizationId) => [{ organizationId }],
      scope: 'READ_RESULTS',
      notForPartners: { isConfidential: false },
    },
  );
}

/** As far as the result is. */
export function adoptionVisibleTo(actor: Actor): Where<'ResultAdoption'> {
  return { result: resultVisibleTo(actor) };
}
