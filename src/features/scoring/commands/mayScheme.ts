import type { CompetitionStatus } from '../../../generated/prisma/client.ts';
import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { loader } from '../../../platform/loaders.ts';
import type { Row } from '../../../platform/models.ts';
import { type Place, roleOver } from '../../../platform/reach.ts';
import { ForbiddenError } from '../../../platform/refusals.ts';
import { KEEPERS } from '../policy.ts';
import { ScoringClosedError } from '../rules.ts';

/** Once a competition is concluded or canceled its schemes stay as they are. */
const SCHEMED_WHILE: readonly CompetitionStatus[] = [
  'DRAFT',
  'PUBLISHED',
  'APPLYING',
  'RUNNING',
  'SCORING',
  'FROZEN',
  'SUSPENDED',
];

type Competition = Pick<Row<'Competition'>, 'id' | 'status' | 'regionId'>;

/** The competition's facts; all that are asked for at once are one statement. */
export function competitionFacts(call: Call, id: string): Promise<Competition> {
  return loader(call, competitionFacts, '', async (ids: readonly string[]) => {
    const rows = await call.db.prisma.competition.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, status: true, regionId: true },
    });
    return ids.map((id) => rows.find((row) => row.id === id)!);
  }).load(id);
}

/** Where a scheme lies; a template lies nowhere. */
export async function placeOfScheme(call: Call, competitionId: string | null): Promise<Place> {
  return competitionId === null ? {} : { regionId: (await competitionFacts(call, competitionId)).regionId };
}

/** Whether the actor may draw up, open or retire the scheme, as far as its competition allows. */
export async function maySeeTo(call: Call, { competitionId }: Pick<Row<'ScoringScheme'>, 'competitionId'>) {
  const as = roleOver(call.actor, KEEPERS, await placeOfScheme(call, competitionId));
  if (!as || competitionId === null) return as !== undefined;
  return SCHEMED_WHILE.includes((await competitionFacts(call, competitionId)).status);
}

/** The role by which the actor may. @throws {ForbiddenError | ScoringClosedError} where none allows it, or the competition does not */
export async function checkKeeper(
  call: Call,
  competitionId: string | null,
  path: readonly string[] = [],
): Promise<HeldRole> {
  const as = roleOver(call.actor, KEEPERS, await placeOfScheme(call, competitionId));
  if (!as) throw new ForbiddenError(['ADMIN', ...(competitionId === null ? [] : KEEPERS)], path);
  if (competitionId !== null) {
    const { status } = await competitionFacts(call, competitionId);
    if (!SCHEMED_WHILE.includes(status)) throw new ScoringClosedError(status, SCHEMED_WHILE, path);
  }
  return as;
}
