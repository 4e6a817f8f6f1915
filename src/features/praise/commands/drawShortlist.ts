import { v7 as newId } from 'uuid';
import type { Call } from '../../../platform/call.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, InvalidError, StateError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { actionsFrom } from '../../../platform/workflow.ts';
import { act, seen } from '../../../platform/writes.ts';
import { COMPETITION_WORKFLOW } from '../../competitions/rules.ts';
import { checkOffice, heldCompetition } from '../../notices/commands/office.ts';
import { type Drawing, drawn, type Rule } from '../drawing.ts';
import { contendersOf } from '../reads.ts';
import { DRAWN_WHILE, SHORTLIST } from '../rules.ts';
import { checkedRules, type GivenRule } from './checkRules.ts';

export interface Draw {
  readonly standingId: string;
  readonly rules: readonly GivenRule[];
  /** Of the draft, where there is one already. */
  readonly version?: number | null | undefined;
}

/** Draws who is to be praised from a published standing of the year; a draft is drawn anew, whatever was changed in it. */
export function drawShortlist(call: Call, { standingId, rules, version }: Draw): Promise<Row<'Shortlist'>> {
  return inTransaction(call, async (tx) => {
    const { competitionId } = await seen(tx, 'Standing', standingId, ['standing']);
    const competition = await heldCompetition(tx, competitionId);
    const standing = await seen(tx, 'Standing', standingId, ['standing']);
    const as = checkOffice(tx, competition, ['standing']);
    checkDrawable(standing, competition);
    const { trackId } = standing;
    const before = await tx.db.prisma.shortlist.findFirst({
      where: { competitionId, trackId, status: { not: 'WITHDRAWN' } },
    });
    if (before && before.status !== 'DRAFT') {
      throw new StateError(before.status, 'DRAW', actionsFrom(SHORTLIST, before.status), ['standing']);
    }
    if (before) checkVersion(before, version ?? before.version);

    const checked = await checkedRules(tx, rules, standing);
    const drawing = drawn(checked, await contendersOf(tx, standingId));
    const place = { regionId: competition.regionId };
    const data = { standingId, drawnAt: tx.now() };
    const what = { type: 'Shortlist', as } as const;
    const after = before
      ? await act(tx, {
          ...{ ...what, object: 'shortlist', workflow: SHORTLIST, action: 'DRAW' },
          ...{ before, place, data },
        } as const)
      : await make(tx, {
          ...{ ...what, action: 'shortlistDraw', place: () => place },
          data: { ...data, competitionId, trackId, isDemo: competition.isDemo },
          step: { action: 'START', to: 'DRAFT' },
        });
    await writeDrawing(tx, after.id, checked, drawing);
    return after;
  });
}

/** @throws {InvalidError | StateError} unless the standing is the year's, published, and praise is the next thing to come */
function checkDrawable({ stageId, status }: Row<'Standing'>, competition: Row<'Competition'>): void {
  const path = ['standing'];
  if (stageId !== null) {
    throw new InvalidError('Praise rests on a standing of the year.', '拟表扬名单须依据年度排名。', path);
  }
  if (status !== 'PUBLISHED') throw new StateError(status, 'SHORTLIST_DRAW', [], path);
  if (DRAWN_WHILE.includes(competition.status)) return;
  const possible = actionsFrom(COMPETITION_WORKFLOW, competition.status);
  throw new StateError(competition.status, 'SHORTLIST_DRAW', possible, path);
}

/** Puts a drawing in the place of the one before. */
async function writeDrawing(
  { db, now }: Call,
  shortlistId: string,
  rules: readonly Rule[],
  { available, candidates }: Drawing,
): Promise<void> {
  const { quotaRule, selectionReason, shortlistCandidate } = db.prisma;
  const createdAt = now();
  await shortlistCandidate.deleteMany({ where: { shortlistId } });
  await quotaRule.deleteMany({ where: { shortlistId } });
  const kept = rules.map((rule, n) => ({ id: newId(), ordinal: n + 1, available: available[n]!, ...rule }));
  await quotaRule.createMany({
    data: kept.map(({ recipientKind: _, ...rule }) => ({ ...rule, shortlistId, createdAt })),
  });
  const rows = candidates.map((each) => ({ id: newId(), ...each }));
  await shortlistCandidate.createMany({
    data: rows.map(({ id, contender: { entryId, standingRowId, ordinal }, rule, isDrawn }) => ({
      ...{ id, shortlistId, entryId, standingRowId, ordinal, isDrawn, isSelected: isDrawn, createdAt },
      quotaRuleId: rule === null ? null : kept[rule]!.id,
    })),
  });
  await selectionReason.createMany({
    data: rows.flatMap(({ id: candidateId, reasons }) =>
      reasons.map((reason, n) => ({ ...reason, candidateId, ordinal: n + 1, createdAt })),
    ),
  });
}
