import type { Role } from '../../generated/prisma/client.ts';
import { type Actor, heldBy, ownId } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { regionsOf } from '../../platform/reach.ts';
import { visibleTo as competitionVisibleTo } from '../competitions/policy.ts';
import { KEEPERS } from '../scoring/policy.ts';

/** The office that praises: it opens and closes notices, looks into objections and draws up who is praised. */
export const OFFICE: readonly Role[] = KEEPERS;
/** Those who see what the office works on; members of the committee do not. */
export const INSIDERS: readonly Role[] = [...OFFICE, 'SUPERVISOR'];

/** A notice is there to be read: as far as its competition is. */
export function noticeVisibleTo(actor: Actor): Where<'PublicNotice'> {
  return { competition: competitionVisibleTo(actor) };
}

/** Who objects is nobody's business but the office's, the supervisors' and their own. */
export function objectionVisibleTo(actor: Actor): Where<'Objection'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  const regionIds = regionsOf(actor, ...INSIDERS);
  return {
    OR: [{ notice: { competition: { regionId: { in: regionIds } } } }, { raiserId: ownId(actor) }],
  };
}
