import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import type { SchemeDraft } from '../criteria.ts';
import { checkKeeper, placeOfScheme } from './mayScheme.ts';
import { checkScheme, writeCriteria } from './writeCriteria.ts';

export interface NewScheme extends SchemeDraft {
  /** None for a template, which ADMIN alone makes. */
  readonly competitionId?: string | null | undefined;
  readonly basedOnId?: string | null | undefined;
}

/** Draws up a scheme: the next version of a competition's, or a template. */
export function createScheme(
  call: Call,
  draft: NewScheme,
  action = 'schemeCreate',
): Promise<Row<'ScoringScheme'>> {
  const { competitionId = null, basedOnId = null, criteria } = draft;
  return inTransaction(call, async (tx) => {
    const competition = competitionId && (await seen(tx, 'Competition', competitionId, ['competition']));
    const as = await checkKeeper(tx, competitionId, ['competition']);
    const isDemo = competition ? competition.isDemo : false;
    await checkScheme(tx, draft, isDemo);

    if (competitionId) await holdRow(tx, 'Competition', competitionId, 'IN_TURN');
    const before = competitionId ? await tx.db.prisma.scoringScheme.count({ where: { competitionId } }) : 0;
    const after = await tx.db.prisma.scoringScheme.create({
      data: {
        ...columnsOf(draft),
        revision: before + 1,
        isDemo,
        competitionId,
        basedOnId,
        createdAt: tx.now(),
        updatedAt: tx.now(),
      },
    });
    await writeCriteria(tx, after.id, criteria);
    const what = { type: 'ScoringScheme', as } as const;
    const place = await placeOfScheme(tx, competitionId);
    await recordStep(tx, { ...what, action: 'CREATE', id: after.id, to: 'DRAFT', place });
    recordChange(tx, { ...what, action, after });
    return after;
  });
}

/** What of a draft stands in the scheme itself. */
export function columnsOf({
  name,
  totalPoints,
  bonusCap,
  aggregation,
  tieRules,
  isEarlierFirst,
}: SchemeDraft) {
  return {
    name: name.trim(),
    totalPoints,
    bonusCap: bonusCap ?? null,
    aggregation,
    tieRules: [...tieRules],
    isEarlierFirst: isEarlierFirst ?? false,
  };
}
