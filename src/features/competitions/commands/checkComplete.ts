import { Prisma } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { IncompleteError } from '../../../platform/refusals.ts';
import type { Managed } from './manage.ts';

/**
 * That others can rely on it: somebody holds it, entries have a track and a route, and the stages make up the year.
 * @throws {IncompleteError}
 */
export async function checkComplete({ db }: Call, { row, hostIds }: Managed): Promise<void> {
  const where = { competitionId: row.id };
  const tracks = await db.prisma.track.count({ where });
  const stages = await db.prisma.stage.findMany({ where, select: { weight: true } });
  const weight = stages.reduce((sum, stage) => sum.plus(stage.weight), new Prisma.Decimal(0));
  const there: Record<string, boolean> = {
    hosts: hostIds.length > 0,
    route: row.route.length > 0,
    tracks: tracks > 0,
    stages: stages.length > 0,
    'stages.weight': stages.length === 0 || weight.equals(1),
  };
  const missing = Object.keys(there).filter((name) => !there[name]);
  if (missing.length > 0) throw new IncompleteError(missing);
}
