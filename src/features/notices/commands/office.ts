import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { roleOver } from '../../../platform/reach.ts';
import { ForbiddenError } from '../../../platform/refusals.ts';
import { competitionFacts } from '../../scoring/commands/mayScheme.ts';
import { OFFICE } from '../policy.ts';

/** The competition as it is, which nobody praises in, scores or leads on until the transaction ends. */
export async function heldCompetition(tx: Call, id: string): Promise<Row<'Competition'>> {
  await holdRow(tx, 'Competition', id, 'IN_TURN');
  return tx.db.prisma.competition.findUniqueOrThrow({ where: { id } });
}

/** The role by which the actor acts for the office of the region. @throws {ForbiddenError} */
export function checkOffice(
  { actor }: Call,
  { regionId }: Pick<Row<'Competition'>, 'regionId'>,
  path: readonly string[] = [],
): HeldRole {
  const as = roleOver(actor, OFFICE, { regionId });
  if (!as) throw new ForbiddenError(['ADMIN', ...OFFICE], path);
  return as;
}

/** Whether the actor acts for the office of the competition's region. */
export async function isOfOffice(call: Call, competitionId: string): Promise<boolean> {
  const { regionId } = await competitionFacts(call, competitionId);
  return roleOver(call.actor, OFFICE, { regionId }) !== undefined;
}
