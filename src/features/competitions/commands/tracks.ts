import type { AdminLevel, RecipientKind } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { checkRoute } from '../rules.ts';
import { manage } from './manage.ts';
import { added, changed, checkUnsettled, managePart, type PartKey, placed, removed } from './parts.ts';
import { checkedName, checkedText, given, type Wished } from './plan.ts';

interface TrackWords {
  readonly name: string;
  readonly recipientKind: RecipientKind;
  readonly eligibility?: string | null | undefined;
  readonly ordinal?: number | null | undefined;
  /** Empty where it is the competition's. */
  readonly route?: readonly AdminLevel[] | null | undefined;
}

/** Gives a competition another track. */
export function createTrack(
  call: Call,
  { competitionId, ...words }: TrackWords & { readonly competitionId: string },
): Promise<Row<'Track'>> {
  return inTransaction(call, async (tx) => {
    const managed = await manage(tx, competitionId, ['competition']);
    checkUnsettled(managed, 'TRACK_CREATE');
    const { row } = managed;
    const data = checkedTrack(words, row, await placesTaken(tx, row.id));
    const made = { createdAt: tx.now(), updatedAt: tx.now() };
    const after = await tx.db.prisma.track.create({ data: { ...data, competitionId: row.id, ...made } });
    return added(tx, managed, 'Track', after);
  });
}

/** Changes a track until applications open. */
export function updateTrack(
  call: Call,
  { id, version, ...wish }: PartKey & Wished<TrackWords>,
): Promise<Row<'Track'>> {
  return inTransaction(call, async (tx) => {
    const managed = await managePart(tx, 'Track', { id, version });
    checkUnsettled(managed, 'TRACK_UPDATE');
    const { part, row } = managed;
    const taken = await placesTaken(tx, row.id, id);
    return changed(
      tx,
      managed,
      'Track',
      checkedTrack({ ...part, ...given(wish, ['eligibility']) }, row, taken),
    );
  });
}

/** Takes a track away until applications open. */
export function removeTrack(call: Call, key: PartKey): Promise<Row<'Competition'>> {
  return inTransaction(call, async (tx) => {
    const managed = await managePart(tx, 'Track', key);
    checkUnsettled(managed, 'TRACK_REMOVE');
    const where = { trackId: key.id };
    if (await tx.db.prisma.entry.findFirst({ where })) {
      throw new InvalidError('There are entries in this track.', '该赛道已有参赛申报。', ['id']);
    }
    await tx.db.prisma.track.delete({ where: { id: key.id } });
    return removed(tx, managed, 'Track');
  });
}

function checkedTrack(words: TrackWords, { level }: Row<'Competition'>, taken: readonly number[]) {
  const { recipientKind, route } = words;
  if (route && route.length > 0) checkRoute(route, level);
  return {
    name: checkedName(words.name, 'name'),
    recipientKind,
    eligibility: checkedText(words.eligibility, 'eligibility'),
    ordinal: placed(words.ordinal, taken),
    route: [...(route ?? [])],
  };
}

async function placesTaken({ db }: Call, competitionId: string, but?: string): Promise<number[]> {
  const where = { competitionId, ...(but && { id: { not: but } }) };
  const rows = await db.prisma.track.findMany({ where, select: { ordinal: true } });
  return rows.map(({ ordinal }) => ordinal);
}
