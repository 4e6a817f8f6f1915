import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { schemeInForce } from '../../scoring/reads.ts';
import { NoSchemeError, SHEET } from '../../scoring/rules.ts';
import { computeRows, previousOf } from '../reads.ts';
import { STANDING, StandingOutdatedError } from '../rules.ts';
import { checkRanker } from './mayStanding.ts';

export interface Publication {
  readonly id: string;
  readonly version: number;
  readonly opinion?: string | null | undefined;
}

/** Publishes a standing with the scores that it rests on; the one before it, if any, is superseded. */
export function publishStanding(call: Call, { id, version, opinion }: Publication): Promise<Row<'Standing'>> {
  return inTransaction(call, async (tx) => {
    const { competitionId } = await seen(tx, 'Standing', id);
    await holdRow(tx, 'Competition', competitionId, 'IN_TURN');
    const before = await seen(tx, 'Standing', id);
    const as = await checkRanker(tx, competitionId);
    checkStep(STANDING, 'PUBLISH', before, { version, opinion });
    await checkCurrent(tx, before);

    const { prisma } = tx.db;
    const { regionId } = await prisma.competition.findUniqueOrThrow({ where: { id: competitionId } });
    const place = { regionId };
    const what = { type: 'Standing', object: 'standing', workflow: STANDING, place, as } as const;
    const { trackId, stageId } = before;
    const other = await prisma.standing.findFirst({
      where: { competitionId, trackId, stageId, status: 'PUBLISHED' },
    });
    if (other) await act(tx, { ...what, before: other, action: 'SUPERSEDE' });
    await publishSheets(tx, id, as);
    const data = { publishedAt: latest(tx.now(), before.computedAt) };
    return act(tx, { ...what, before, action: 'PUBLISH', opinion, data });
  });
}

/** @throws {StandingOutdatedError} where it would come out differently now */
async function checkCurrent(tx: Call, standing: Row<'Standing'>): Promise<void> {
  const { id, competitionId } = standing;
  const scheme = await schemeInForce(tx, competitionId);
  if (!scheme) throw new NoSchemeError(['id']);
  const previousId = await previousOf(tx, standing);
  const now = await computeRows(tx, standing, scheme, previousId);
  const stored = await tx.db.prisma.standingRow.findMany({
    where: { standingId: id },
    include: { parts: { orderBy: { ordinal: 'asc' } } },
    orderBy: { ordinal: 'asc' },
  });
  const isSame =
    standing.schemeId === scheme.id &&
    standing.previousId === previousId &&
    JSON.stringify(stored.map(comparable)) === JSON.stringify(now.map(comparable));
  if (!isSame) throw new StandingOutdatedError();
}

type Comparable = Pick<Row<'StandingRow'>, 'entryId' | 'rank' | 'unrankedReason' | 'previousRank' | 'total'>;

function comparable(
  row: Comparable & { parts: readonly { sheetId: string; weight: { toFixed(): string } }[] },
) {
  const { entryId, rank, unrankedReason, previousRank, total, parts } = row;
  const rests = parts.map(({ sheetId, weight }) => [sheetId, weight.toFixed()]);
  return [entryId, rank, unrankedReason, previousRank, total?.toFixed(2), rests];
}

async function publishSheets(tx: Call, standingId: string, as: HeldRole): Promise<void> {
  const sheets = await tx.db.prisma.scoreSheet.findMany({
    where: { status: 'CONFIRMED', parts: { some: { row: { standingId } } } },
    include: { entry: { select: { regionId: true, applicantId: true } } },
    orderBy: { id: 'asc' },
  });
  for (const { entry, ...before } of sheets) {
    // From now on the unit may know.
    const place = { regionId: entry.regionId, organizationId: entry.applicantId };
    const what = { type: 'ScoreSheet', object: 'scoreSheet', workflow: SHEET, place, as } as const;
    const data = { publishedAt: latest(tx.now(), before.confirmedAt) };
    await act(tx, { ...what, before, action: 'PUBLISH', data });
  }
}
