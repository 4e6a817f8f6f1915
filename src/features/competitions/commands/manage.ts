import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import type { Place } from '../../../platform/reach.ts';
import { ForbiddenError } from '../../../platform/refusals.ts';
import { seen } from '../../../platform/writes.ts';
import { managerOf, managersOf } from '../policy.ts';
import { hostsOf } from '../reads.ts';

/** A competition that the actor may change, with what allows it. */
export interface Managed {
  readonly row: Row<'Competition'>;
  /** Those who hold it, in their order. */
  readonly hostIds: readonly string[];
  readonly as: HeldRole;
  /** Whose it is: its region, and the first of those who hold it. */
  readonly place: Place;
}

/**
 * The competition as it is, which nobody else changes until the transaction ends: its parts and those who take part
 * count as it.
 * @throws {NotFoundError | ForbiddenError} where the actor does not see it, or may not change it
 */
export async function manage(tx: Call, id: string, path: readonly string[] = ['id']): Promise<Managed> {
  await holdRow(tx, 'Competition', id, 'ALONE');
  const row = await seen(tx, 'Competition', id, path);
  const [hostIds = []] = await hostsOf([id], tx);
  const as = managerOf(tx.actor, { ...row, hostIds });
  if (!as) throw new ForbiddenError(managersOf(row.level), path);
  return { row, hostIds, as, place: { regionId: row.regionId, organizationId: hostIds[0] } };
}
