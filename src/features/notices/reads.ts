import type { Call } from '../../platform/call.ts';
import { loader } from '../../platform/loaders.ts';

/** The competition that a notice is of; all that are asked for at once are one statement. */
export function competitionOf(call: Call, noticeId: string): Promise<string> {
  return loader(call, competitionOf, '', async (ids: readonly string[]) => {
    const rows = await call.db.prisma.publicNotice.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, competitionId: true },
    });
    const found = new Map(rows.map((row) => [row.id, row.competitionId]));
    return ids.map((id) => found.get(id)!);
  }).load(noticeId);
}
