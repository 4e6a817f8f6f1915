import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { roleOver } from '../../../platform/reach.ts';
import { ForbiddenError } from '../../../platform/refusals.ts';
import { competitionFacts } from '../../scoring/commands/mayScheme.ts';
import { CONFIRMERS } from '../../scoring/policy.ts';
import { CONFIRMED_WHILE, ScoringClosedError } from '../../scoring/rules.ts';

/** Whether the actor may compute and publish standings of the competition now. */
export async function mayRank(call: Call, competitionId: string): Promise<boolean> {
  return !((await ranker(call, competitionId, [])) instanceof Error);
}

/** The role by which the actor may. @throws {ForbiddenError | ScoringClosedError} */
export async function checkRanker(
  call: Call,
  competitionId: string,
  path: readonly string[] = ['id'],
): Promise<HeldRole> {
  const outcome = await ranker(call, competitionId, path);
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

async function ranker(call: Call, competitionId: string, path: readonly string[]) {
  const { status, regionId } = await competitionFacts(call, competitionId);
  const as = roleOver(call.actor, CONFIRMERS, { regionId });
  if (!as) return new ForbiddenError(['ADMIN', ...CONFIRMERS]);
  return CONFIRMED_WHILE.includes(status) ? as : new ScoringClosedError(status, CONFIRMED_WHILE, path);
}
