import type { Call } from '../../../platform/call.ts';
import { ShortlistOutdatedError } from '../../notices/rules.ts';
import { drawn, type Reason, type Rule } from '../drawing.ts';
import { contendersOf } from '../reads.ts';
import { QuotaTieError, SAID } from '../rules.ts';

/**
 * That the rules still say of everybody what they said when the shortlist was drawn; what the office said besides stays.
 * @throws {ShortlistOutdatedError}
 */
export async function checkCurrent(
  tx: Call,
  { id: shortlistId, standingId }: { readonly id: string; readonly standingId: string },
  path: readonly string[] = ['id'],
): Promise<void> {
  const { prisma } = tx.db;
  const { status } = await prisma.standing.findUniqueOrThrow({ where: { id: standingId } });
  if (status !== 'PUBLISHED') throw new ShortlistOutdatedError(path);
  const rules = await prisma.quotaRule.findMany({
    where: { shortlistId },
    include: { awardType: { select: { recipientKind: true } } },
    orderBy: { ordinal: 'asc' },
  });
  const stored = await prisma.shortlistCandidate.findMany({
    where: { shortlistId },
    include: { reasons: { where: { kind: { notIn: [...SAID] } }, orderBy: { ordinal: 'asc' } } },
    orderBy: { ordinal: 'asc' },
  });
  const now = await redrawn(
    tx,
    rules.map(({ awardType, ...rule }) => ({ ...rule, ...awardType })),
    standingId,
  );
  const then = stored.map(({ entryId, standingRowId, quotaRuleId, isDrawn, reasons }) => {
    const rule = rules.findIndex(({ id }) => id === quotaRuleId);
    return [entryId, standingRowId, rule < 0 ? null : rule, isDrawn, reasons.map(comparable)];
  });
  if (JSON.stringify(then) !== JSON.stringify(now)) throw new ShortlistOutdatedError(path);
}

/** What would come of the same rules today; nothing where equals no longer fit. */
async function redrawn(tx: Call, rules: readonly Rule[], standingId: string) {
  try {
    return drawn(rules, await contendersOf(tx, standingId)).candidates.map(
      ({ contender: { entryId, standingRowId }, rule, isDrawn, reasons }) => [
        ...[entryId, standingRowId, rule, isDrawn],
        reasons.map(comparable),
      ],
    );
  } catch (error) {
    if (error instanceof QuotaTieError) return undefined;
    throw error;
  }
}

function comparable({ kind, have, need }: Reason) {
  return [kind, have?.toFixed(2), need?.toFixed(2)];
}
