import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange } from '../../../platform/changes.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError, NotFoundError } from '../../../platform/refusals.ts';

const MOST = 20;

/**
 * @throws {NotFoundError} unless each was sent in by the actor, or is enclosed with the summary already
 * @throws {InvalidError} where one is enclosed with something else, or they are too many
 */
export async function checkedEnclosures(
  { db, actor }: Call,
  { id: summaryId }: Row<'StageSummary'>,
  ids: readonly string[],
): Promise<void> {
  if (new Set(ids).size > MOST) {
    throw new InvalidError(`At most ${MOST} enclosures.`, `附件最多 ${MOST} 个。`, ['enclosures']);
  }
  const uploaderId = actor.subject?.kind === 'USER' ? actor.subject.id : null;
  const rows = await db.prisma.enclosure.findMany({ where: { id: { in: [...ids] } } });
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const [n, id] of ids.entries()) {
    const row = found.get(id);
    if (row?.summaryId === summaryId) continue;
    const path = ['enclosures', String(n)];
    if (!row || row.uploaderId !== uploaderId) throw new NotFoundError('Enclosure', path);
    if (row.summaryId || row.entryId) {
      throw new InvalidError('It is enclosed with something else.', '该附件已用于其他事项。', path);
    }
  }
}

/** Makes these what is enclosed with the summary. They were checked before. */
export async function encloseOnly(
  tx: Call,
  { id: summaryId }: Row<'StageSummary'>,
  given: readonly string[],
  as: HeldRole,
): Promise<void> {
  const { enclosure } = tx.db.prisma;
  const stored = await enclosure.findMany({
    where: { OR: [{ id: { in: [...given] } }, { summaryId }] },
    orderBy: { id: 'asc' },
  });
  const added = stored.filter((row) => row.summaryId !== summaryId);
  const gone = stored.filter((row) => row.summaryId === summaryId && !given.includes(row.id));
  await set(added, { summaryId: null, entryId: null }, summaryId);
  await set(gone, { summaryId }, null);

  async function set(rows: typeof stored, where: object, to: string | null): Promise<void> {
    if (rows.length === 0) return;
    const id = { in: rows.map((row) => row.id) };
    const after = await enclosure.updateManyAndReturn({ where: { id, ...where }, data: { summaryId: to } });
    // Somebody else has enclosed one of them meanwhile, or it was swept away.
    if (after.length < rows.length) throw new NotFoundError('Enclosure', ['enclosures']);
    const before = new Map(rows.map((row) => [row.id, row]));
    for (const row of after) {
      recordChange(tx, {
        type: 'Enclosure',
        action: 'summarySave',
        as,
        before: before.get(row.id)!,
        after: row,
      });
    }
  }
}
