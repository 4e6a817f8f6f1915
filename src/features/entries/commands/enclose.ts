import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange } from '../../../platform/changes.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { seen } from '../../../platform/writes.ts';

type Enclosure = Row<'Enclosure'>;
/** What something is enclosed with. */
export type Holder = { readonly entryId: string } | { readonly summaryId: string };

/** What comes and goes, once it was checked. */
export interface Enclosing {
  readonly added: readonly Enclosure[];
  readonly removed: readonly Enclosure[];
}

const MOST = 20;

/**
 * What must change so that exactly these are enclosed: what is there may stay, whoever sent it in; what is added must
 * be the actor's own, and free. Nothing changes where `ids` are not talked about.
 * @throws {NotFoundError | InvalidError}
 */
export async function checkedEnclosures(
  tx: Call,
  ids: readonly string[] | null | undefined,
  holder?: Holder,
): Promise<Enclosing> {
  if (ids === undefined) return { added: [], removed: [] };
  const wanted = new Set(ids ?? []);
  if (wanted.size > MOST) {
    throw new InvalidError(`At most ${MOST} enclosures.`, `附件不得超过 ${MOST} 个。`, ['enclosures']);
  }
  const there = holder
    ? await tx.db.prisma.enclosure.findMany({ where: holder, orderBy: { id: 'asc' } })
    : [];
  const added: Enclosure[] = [];
  for (const [n, id] of (ids ?? []).entries()) {
    if (there.some((each) => each.id === id) || added.some((each) => each.id === id)) continue;
    const path = ['enclosures', String(n)];
    const enclosure = await seen(tx, 'Enclosure', id, path);
    const { subject } = tx.actor;
    if (subject?.kind !== 'USER' || enclosure.uploaderId !== subject.id) {
      throw new InvalidError(
        'Only what you sent in yourself can be enclosed.',
        '只能附上本人上传的文件。',
        path,
      );
    }
    // Enclosed here by somebody who was faster: whoever writes then learns of the other version.
    if (holder && isIn(enclosure, holder)) continue;
    if (enclosure.entryId || enclosure.summaryId) throw isElsewhere(path);
    added.push(enclosure);
  }
  return { added, removed: there.filter(({ id }) => !wanted.has(id)) };
}

/** Encloses what was checked, and takes out what is no longer wanted. @throws {InvalidError} where somebody was faster */
export async function enclose(
  tx: Call,
  { added, removed }: Enclosing,
  holder: Holder,
  { action, as }: { action: string; as: HeldRole | undefined },
): Promise<void> {
  const { enclosure } = tx.db.prisma;
  for (const [rows, from, to] of [
    [removed, holder, { entryId: null, summaryId: null }],
    [added, { entryId: null, summaryId: null }, holder],
  ] as const) {
    for (const before of rows) {
      const [after] = await enclosure.updateManyAndReturn({ where: { id: before.id, ...from }, data: to });
      if (!after) throw isElsewhere(['enclosures']);
      recordChange(tx, { type: 'Enclosure', action, before, after, as });
    }
  }
}

function isIn({ entryId, summaryId }: Enclosure, holder: Holder): boolean {
  return 'entryId' in holder ? entryId === holder.entryId : summaryId === holder.summaryId;
}

function isElsewhere(path: readonly string[]): InvalidError {
  return new InvalidError(
    'It is enclosed elsewhere: send it in once more.',
    '该文件已附于其他事项,请重新上传。',
    path,
  );
}
