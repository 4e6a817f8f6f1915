import type { EntryStatus } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { DuplicateEntryError } from '../rules.ts';
import type { SubjectWish } from './subject.ts';

/** Those that came to nothing, so that the same may be applied for again. */
const GONE: EntryStatus[] = ['REJECTED', 'WITHDRAWN'];

interface Wanted {
  readonly competitionId: string;
  readonly trackId: string | null;
  readonly applicantId: string;
  readonly key: SubjectWish;
  /** The entry itself, where it is there. */
  readonly id?: string;
  readonly path: readonly string[];
}

/**
 * That nothing takes part twice: in a track, and a team in a competition. To be asked for under the lock.
 * @throws {DuplicateEntryError}
 */
export async function checkUnique(
  { db }: Call,
  { competitionId, trackId, applicantId, key, id, path }: Wanted,
): Promise<void> {
  const where = key.teamName ? { applicantId, teamName: key.teamName } : { trackId, ...key };
  const earlier = await db.prisma.entry.findFirst({
    where: { competitionId, ...(where as object), status: { notIn: GONE }, ...(id && { id: { not: id } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  if (earlier) throw new DuplicateEntryError(earlier.id, path);
}
