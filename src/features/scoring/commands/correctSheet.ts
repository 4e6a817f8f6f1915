import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { type Decimal, leavesOf } from '../arithmetic.ts';
import { entryFacts, schemeOf } from '../reads.ts';
import { SHEET } from '../rules.ts';
import { checkBounds, totalOfItems } from './items.ts';
import { checkMay } from './maySheet.ts';
import { placeOf, writeItems } from './saveSheet.ts';

export interface Correction {
  readonly id: string;
  readonly version: number;
  /** What changes; the rest stays. */
  readonly items: readonly {
    readonly criterionId: string;
    readonly points: Decimal;
    readonly comment?: string | null | undefined;
  }[];
  /** Why. */
  readonly opinion?: string | null | undefined;
}

/** Replaces confirmed scores by a new version of them. The one before stays, and so does a standing that rests on it. */
export function correctSheet(call: Call, correction: Correction): Promise<Row<'ScoreSheet'>> {
  return inTransaction(call, async (tx) => {
    const { entryId: of } = await seen(tx, 'ScoreSheet', correction.id);
    await holdRow(tx, 'Competition', (await entryFacts(tx, of)).competitionId, 'IN_TURN');
    const before = await seen(tx, 'ScoreSheet', correction.id);
    const { as, entry } = await checkMay(tx, 'CORRECT', before);
    checkStep(SHEET, 'CORRECT', before, correction);
    const scheme = await schemeOf(tx, before.schemeId);
    const items = await corrected(tx, leavesOf(scheme.criteria), before.id, correction);

    const opinion = correction.opinion!.trim();
    const place = placeOf(entry, 'CONFIRMED');
    const what = { type: 'ScoreSheet', before, object: 'scoreSheet', workflow: SHEET, place, as } as const;
    await act(tx, { ...what, action: 'CORRECT', opinion });
    const at = tx.now();
    const { kind, entryId, stageId, schemeId, isDemo } = before;
    const after = await tx.db.prisma.scoreSheet.create({
      data: {
        ...{ kind, entryId, stageId, schemeId, isDemo },
        status: 'CONFIRMED',
        revision: before.revision + 1,
        supersedesId: before.id,
        reason: opinion,
        total: totalOfItems(scheme, items),
        confirmedAt: at,
        createdAt: at,
        updatedAt: at,
      },
    });
    await writeItems(tx, after.id, items);
    const made = { type: 'ScoreSheet', as } as const;
    await recordStep(tx, { ...made, action: 'CONFIRM', id: after.id, to: 'CONFIRMED', place, opinion });
    recordChange(tx, { ...made, action: 'scoreSheetCorrect', after });
    return after;
  });
}

async function corrected(
  { db }: Call,
  criteria: Parameters<typeof checkBounds>[0][],
  sheetId: string,
  { items }: Correction,
) {
  if (items.length === 0) throw new InvalidError('Say what changes.', '请填写更正内容。', ['items']);
  const before = await db.prisma.scoreItem.findMany({ where: { sheetId } });
  const changed = new Map<string, (typeof items)[number]>();
  for (const [n, item] of items.entries()) {
    const criterion = criteria.find(({ id }) => id === item.criterionId);
    if (!criterion || changed.has(item.criterionId)) {
      const path = ['items', String(n), 'criterion'];
      throw new InvalidError('Expected each criterion of the scheme once.', '指标不在方案中或重复。', path);
    }
    checkBounds(criterion, item.points, ['items', String(n), 'points']);
    changed.set(item.criterionId, item);
  }
  return criteria.flatMap(({ id: criterionId, ordinal }) => {
    const old = before.find((item) => item.criterionId === criterionId);
    const change = changed.get(criterionId);
    if (!old && !change) return [];
    const { points, comment } = change ?? old!;
    const { selfPoints = null, assessedPoints = null } = old ?? {};
    return [
      {
        ...{ criterionId, ordinal, points, comment: comment?.trim() || null, selfPoints, assessedPoints },
        measure: null,
        evidence: old?.evidence ?? null,
      },
    ];
  });
}
