import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { IncompleteError, StateError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { aggregated, leavesOf } from '../arithmetic.ts';
import { recusedFrom, type Scheme, schemeInForce } from '../reads.ts';
import { NoSchemeError } from '../rules.ts';
import { departmentOf, totalOfItems } from './items.ts';
import { checkMay } from './maySheet.ts';
import { placeOf, stageOf, writeItems } from './saveSheet.ts';

export interface Confirmation {
  readonly entryId: string;
  readonly stageId?: string | null | undefined;
  readonly opinion?: string | null | undefined;
}

/** Confirms what the assessors gave together. Every one of them must have handed in, but for those who keep out. */
export function confirmSheet(
  call: Call,
  { entryId, opinion, ...given }: Confirmation,
): Promise<Row<'ScoreSheet'>> {
  return inTransaction(call, async (tx) => {
    const { competitionId } = await seen(tx, 'Entry', entryId, ['entry']);
    await holdRow(tx, 'Competition', competitionId, 'IN_TURN');
    const facts = { kind: 'CONFIRMED', entryId, assessorId: null } as const;
    const { as, entry } = await checkMay(tx, 'CONFIRM', facts, ['entry']);
    const stageId = await stageOf(tx, entry, given.stageId);
    const scheme = await schemeInForce(tx, competitionId);
    if (!scheme) throw new NoSchemeError();
    const confirmed = await tx.db.prisma.scoreSheet.findFirst({
      where: { entryId, stageId, kind: 'CONFIRMED', status: { not: 'SUPERSEDED' } },
    });
    if (confirmed) throw new StateError(confirmed.status, 'CONFIRM', ['CORRECT'], ['entry']);
    const items = await aggregate(tx, scheme, { entryId, stageId });

    const at = tx.now();
    const after = await tx.db.prisma.scoreSheet.create({
      data: {
        kind: 'CONFIRMED',
        status: 'CONFIRMED',
        entryId,
        stageId,
        schemeId: scheme.id,
        total: totalOfItems(scheme, items),
        reason: opinion?.trim() || null,
        isDemo: entry.isDemo,
        confirmedAt: at,
        createdAt: at,
        updatedAt: at,
      },
    });
    await writeItems(tx, after.id, items);
    const what = { type: 'ScoreSheet', as } as const;
    const step = {
      action: 'CONFIRM',
      id: after.id,
      to: 'CONFIRMED',
      place: placeOf(entry, 'CONFIRMED'),
      opinion,
    };
    await recordStep(tx, { ...what, ...step });
    recordChange(tx, { ...what, action: 'scoreSheetConfirm', after });
    return after;
  });
}

/** The items that the assessors gave together, beside what the unit gave itself. @throws {IncompleteError} */
async function aggregate(
  { db, ...call }: Call,
  scheme: Scheme,
  what: { entryId: string; stageId: string | null },
) {
  const { prisma } = db;
  const assigned = await prisma.assessorAssignment.findMany({
    where: { entryId: what.entryId, endedAt: null },
    include: { user: true },
    orderBy: { id: 'asc' },
  });
  const recused = await recusedFrom(
    { db, ...call },
    what.entryId,
    assigned.map(({ userId }) => userId),
  );
  const assessors = assigned.filter(({ userId }) => !recused.has(userId));
  const sheets = await prisma.scoreSheet.findMany({
    where: { ...what, schemeId: scheme.id, status: 'SUBMITTED' },
    include: { items: true },
  });
  const late = assessors.filter(({ userId }) => !sheets.some(({ assessorId }) => assessorId === userId));
  if (late.length > 0)
    throw new IncompleteError(
      late.map(({ user }) => user.name ?? user.subject),
      ['entry'],
    );

  const own = sheets.find(({ kind }) => kind === 'SELF')?.items;
  const missing: string[] = [];
  const items = leavesOf(scheme.criteria).flatMap((criterion) => {
    const { id, code, itemType, ordinal } = criterion;
    const department = departmentOf(scheme.criteria, criterion);
    const given = assessors
      .filter(({ organizationId }) => department === null || department === organizationId)
      .map(({ userId }) => sheets.find(({ assessorId }) => assessorId === userId)!)
      .map((sheet) => sheet.items.find(({ criterionId }) => criterionId === id)?.points);
    const selfPoints = own?.find(({ criterionId }) => criterionId === id)?.points ?? null;
    const isGiven = given.some((points) => points !== undefined);
    if (!isGiven && itemType === 'BASE') missing.push(code);
    if (!isGiven && selfPoints === null) return [];
    // Who gave no bonus and took nothing off gave 0.
    const points = aggregated(
      scheme.aggregation,
      given.length > 0 ? given.map((each) => each ?? scheme.totalPoints.mul(0)) : [scheme.totalPoints.mul(0)],
    );
    const assessedPoints = isGiven ? points : null;
    return [
      {
        criterionId: id,
        points,
        measure: null,
        comment: null,
        evidence: null,
        ordinal,
        selfPoints,
        assessedPoints,
      },
    ];
  });
  if (missing.length > 0) throw new IncompleteError(missing, ['entry']);
  return items;
}
