import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { type Place, roleOver } from '../../../platform/reach.ts';
import { ConflictOfInterestError, ForbiddenError } from '../../../platform/refusals.ts';
import { competitionFacts } from '../../scoring/commands/mayScheme.ts';
import { entryFacts } from '../../scoring/reads.ts';
import { DECIDERS } from '../policy.ts';
import { VETOABLE, type VetoAction } from '../rules.ts';

type Facts = Pick<Row<'Veto'>, 'entryId' | 'regionId' | 'unitId' | 'raiserId'>;

/** Where a veto is decided: in the competition's region, or in the organization's or the person's. */
export async function placeOfDecision(
  call: Call,
  { entryId, regionId }: Pick<Facts, 'entryId' | 'regionId'>,
): Promise<Place> {
  if (entryId === null) return { regionId };
  const { competitionId } = await entryFacts(call, entryId);
  return { regionId: (await competitionFacts(call, competitionId)).regionId };
}

/** Whether the actor may decide about the veto now, as far as its own state goes. */
export async function mayDecide(call: Call, action: VetoAction, veto: Facts): Promise<boolean> {
  if ((await decider(call, action, veto)) instanceof Error) return false;
  if (action !== 'CONFIRM' || veto.entryId === null) return true;
  return VETOABLE.includes((await entryFacts(call, veto.entryId)).status);
}

/** The role by which the actor may. @throws {ForbiddenError | ConflictOfInterestError} */
export async function checkDecider(call: Call, action: VetoAction, veto: Facts): Promise<HeldRole> {
  const outcome = await decider(call, action, veto);
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

async function decider(call: Call, action: VetoAction, veto: Facts) {
  const as = roleOver(call.actor, DECIDERS, await placeOfDecision(call, veto));
  if (!as) return new ForbiddenError(['ADMIN', ...DECIDERS]);
  const { subject, roles } = call.actor;
  const isOwn = roles.some(
    ({ organizationIds }) => veto.unitId !== null && organizationIds.includes(veto.unitId),
  );
  // Whoever raised it does not confirm it as well; to give it up is another thing.
  if (isOwn || (action === 'CONFIRM' && subject?.kind === 'USER' && subject.id === veto.raiserId)) {
    return new ConflictOfInterestError();
  }
  return as;
}

/** Holds the entry, so that vetoes on it come one after the other. */
export async function heldEntry(tx: Call, id: string): Promise<Row<'Entry'>> {
  await holdRow(tx, 'Entry', id, 'IN_TURN');
  return tx.db.prisma.entry.findUniqueOrThrow({ where: { id } });
}
