import { ownId } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { violates } from '../../../platform/databaseErrors.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError, NotFoundError, VersionConflictError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { type EntryFacts, schemeInForce } from '../reads.ts';
import { NoSchemeError, SHEET } from '../rules.ts';
import { criteriaFor, type Item, type ItemDraft, itemsOf, totalOfItems } from './items.ts';
import { lockScheme } from './lockScheme.ts';
import { type Allowed, checkMay } from './maySheet.ts';

export interface SheetDraft {
  readonly entryId: string;
  /** None where the competition has no stages. */
  readonly stageId?: string | null | undefined;
  readonly kind: 'SELF' | 'ASSESSOR';
  /** Of the sheet, where there is one already. */
  readonly version?: number | null | undefined;
  readonly items: readonly ItemDraft[];
}

/** Saves what a unit gives itself, or what an assessor gives: all items as a whole. */
export function saveSheet(call: Call, draft: SheetDraft): Promise<Row<'ScoreSheet'>> {
  const { entryId, kind } = draft;
  return inTransaction(call, async (tx) => {
    await seen(tx, 'Entry', entryId, ['entry']);
    const assessorId = kind === 'ASSESSOR' ? ownId(tx.actor) : null;
    const may = await checkMay(tx, 'SAVE', { kind, entryId, assessorId }, ['entry']);
    const stageId = await stageOf(tx, may.entry, draft.stageId);
    const scheme = await schemeInForce(tx, may.entry.competitionId);
    if (!scheme) throw new NoSchemeError();
    const before = await tx.db.prisma.scoreSheet.findFirst({
      where: { entryId, stageId, kind, assessorId, schemeId: scheme.id },
    });
    if (before) checkStep(SHEET, 'SAVE', before, { version: draft.version ?? 0 });
    else if (draft.version != null) throw new NotFoundError('ScoreSheet', ['version']);
    const items = itemsOf(criteriaFor(scheme, may.organizationId), draft.items);

    await lockScheme(tx, scheme, may.as);
    const total = totalOfItems(scheme, items);
    const place = placeOf(may.entry, kind);
    if (!before)
      return start(tx, { entryId, stageId, kind, assessorId, schemeId: scheme.id, total }, items, may, place);
    const what = {
      type: 'ScoreSheet',
      before,
      object: 'scoreSheet',
      workflow: SHEET,
      place,
      as: may.as,
    } as const;
    const after = await act(tx, { ...what, action: 'SAVE', data: { total } });
    await tx.db.prisma.scoreItem.deleteMany({ where: { sheetId: before.id } });
    await writeItems(tx, before.id, items);
    return after;
  });
}

type New = Pick<Row<'ScoreSheet'>, 'entryId' | 'stageId' | 'kind' | 'assessorId' | 'schemeId' | 'total'>;

async function start(tx: Call, data: New, items: readonly Item[], { as, entry }: Allowed, place: object) {
  const after = await tx.db.prisma.scoreSheet
    .create({ data: { ...data, isDemo: entry.isDemo, createdAt: tx.now(), updatedAt: tx.now() } })
    .catch((error: unknown) => {
      const isThere = violates(error, 'score_sheet_self_key') || violates(error, 'score_sheet_assessor_key');
      throw isThere ? new VersionConflictError(1) : error;
    });
  await writeItems(tx, after.id, items);
  const what = { type: 'ScoreSheet', as } as const;
  await recordStep(tx, { ...what, action: 'START', id: after.id, to: 'DRAFT', place });
  recordChange(tx, { ...what, action: 'scoreSheetSave', after });
  return after;
}

/** Writes the items of a sheet that has none. */
export async function writeItems(
  { db, now }: Call,
  sheetId: string,
  items: readonly (Item & Partial<Pick<Row<'ScoreItem'>, 'selfPoints' | 'assessedPoints'>>)[],
): Promise<void> {
  await db.prisma.scoreItem.createMany({
    data: items.map((item) => ({ ...item, sheetId, createdAt: now() })),
  });
}

/** Whose steps these are: a unit reads of its own sheet alone, as others' tell of scores before their time. */
export function placeOf({ regionId, applicantId }: EntryFacts, kind: Row<'ScoreSheet'>['kind']) {
  return { regionId, organizationId: kind === 'SELF' ? applicantId : null };
}

/** The stage that is scored; a competition without stages is scored as a whole. */
export async function stageOf(
  tx: Call,
  { competitionId, hasStages }: EntryFacts,
  stageId: string | null | undefined,
) {
  const stage = stageId && (await seen(tx, 'Stage', stageId, ['stage']));
  if (stage && stage.competitionId !== competitionId) throw new NotFoundError('Stage', ['stage']);
  if (stage) return stage.id;
  if (!hasStages) return null;
  throw new InvalidError(
    'This competition is scored stage by stage: name the stage.',
    '该竞赛分阶段评分,请指定阶段。',
    ['stage'],
  );
}
