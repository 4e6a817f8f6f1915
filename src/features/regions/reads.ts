import type { Call } from '../../platform/call.ts';
import type { Row } from '../../platform/models.ts';
import { NotFoundError } from '../../platform/refusals.ts';
import { today } from '../../platform/terms.ts';
import { RegionEndedError } from './rules.ts';

/**
 * The region, for a record of today.
 * @throws {NotFoundError | RegionEndedError} where there is none, or none any more
 */
export async function regionInForce(
  call: Call,
  id: string,
  path: readonly string[] = ['region'],
): Promise<Row<'Region'>> {
  const found = await call.db.prisma.region.findUnique({
    where: { id },
    include: { successions: { select: { successor: { select: { id: true, name: true } } } } },
  });
  if (!found) throw new NotFoundError('Region', path);
  const { successions, ...region } = found;
  if (region.validTo && region.validTo <= today(call)) {
    const successors = successions.map(({ successor }) => successor);
    throw new RegionEndedError(region.validTo, successors, path);
  }
  return region;
}
