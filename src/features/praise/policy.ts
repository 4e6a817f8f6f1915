import { type Actor, heldBy, PUBLIC } from '../../platform/actor.ts';
import type { Where } from '../../platform/models.ts';
import { regionsOf } from '../../platform/reach.ts';
import { visibleTo as competitionVisibleTo } from '../competitions/policy.ts';
import { INSIDERS } from '../notices/policy.ts';

/** Public once it was put up for notice, as far as its competition is. */
const NOTICED: Where<'Shortlist'> = { noticedAt: { not: null }, competition: competitionVisibleTo(PUBLIC) };
/** Of those on a public list, the ones that are to be praised. */
const SHOWN: Where<'ShortlistCandidate'> = { isSelected: true, shortlist: NOTICED };

/** Drafts are for the office of the competition's region and for supervisors there. */
export function shortlistVisibleTo(actor: Actor): Where<'Shortlist'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  return { OR: [NOTICED, keptBy(actor)] };
}

/** As far as its shortlist is. */
export function quotaRuleVisibleTo(actor: Actor): Where<'QuotaRule'> {
  return { shortlist: shortlistVisibleTo(actor) };
}

/** Everybody sees those who are to be praised; who else was considered is for the office. */
export function candidateVisibleTo(actor: Actor): Where<'ShortlistCandidate'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  return { OR: [SHOWN, { shortlist: keptBy(actor) }] };
}

/** That somebody's rank lies within the places is there to be read; the rest is for the office. */
export function reasonVisibleTo(actor: Actor): Where<'SelectionReason'> {
  if (heldBy(actor, 'ADMIN').length > 0) return {};
  return {
    OR: [{ kind: 'RANKED_IN_QUOTA', candidate: SHOWN }, { candidate: { shortlist: keptBy(actor) } }],
  };
}

function keptBy(actor: Actor): Where<'Shortlist'> {
  return { competition: { regionId: { in: regionsOf(actor, ...INSIDERS) } } };
}
